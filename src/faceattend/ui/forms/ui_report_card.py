
################################################################################
## Form generated from reading UI file 'report_card.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from faceattend.ui.pages.reports_frame import (CutLabel, SheetTabs, SkeletonSheet, TotalsBar)
from faceattend.ui.pages.reports_sheet import SheetView
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.progress import WorkProgress

class Ui_ReportCardForm(object):
    def setupUi(self, ReportCardForm):
        if not ReportCardForm.objectName():
            ReportCardForm.setObjectName(u"ReportCardForm")
        ReportCardForm.setProperty(u"kind", u"card")
        self.cardColumn = QVBoxLayout(ReportCardForm)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(0, 0, 0, 0)
        self.cardHead = QHBoxLayout()
        self.cardHead.setSpacing(8)
        self.cardHead.setObjectName(u"cardHead")
        self.cardHead.setContentsMargins(16, 10, 16, 10)
        self.file = CutLabel(ReportCardForm)
        self.file.setObjectName(u"file")

        self.cardHead.addWidget(self.file)

        self.rows = QLabel(ReportCardForm)
        self.rows.setObjectName(u"rows")
        self.rows.setProperty(u"role", u"text2")
        self.rows.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.cardHead.addWidget(self.rows)

        self.cardHead.setStretch(0, 1)

        self.cardColumn.addLayout(self.cardHead)

        self.headLine = QFrame(ReportCardForm)
        self.headLine.setObjectName(u"headLine")
        self.headLine.setProperty(u"kind", u"divider")

        self.cardColumn.addWidget(self.headLine)

        self.stack = QStackedWidget(ReportCardForm)
        self.stack.setObjectName(u"stack")
        self.sheetPage = QWidget()
        self.sheetPage.setObjectName(u"sheetPage")
        self.sheetColumn = QVBoxLayout(self.sheetPage)
        self.sheetColumn.setSpacing(0)
        self.sheetColumn.setObjectName(u"sheetColumn")
        self.sheetColumn.setContentsMargins(0, 0, 0, 0)
        self.sheet = SheetView(self.sheetPage)
        self.sheet.setObjectName(u"sheet")

        self.sheetColumn.addWidget(self.sheet)

        self.totals = TotalsBar(self.sheetPage)
        self.totals.setObjectName(u"totals")

        self.sheetColumn.addWidget(self.totals)

        self.stack.addWidget(self.sheetPage)
        self.waitPage = QWidget()
        self.waitPage.setObjectName(u"waitPage")
        self.waitColumn = QVBoxLayout(self.waitPage)
        self.waitColumn.setSpacing(8)
        self.waitColumn.setObjectName(u"waitColumn")
        self.waitColumn.setContentsMargins(0, 0, 0, 0)
        self.skeleton = SkeletonSheet(self.waitPage)
        self.skeleton.setObjectName(u"skeleton")

        self.waitColumn.addWidget(self.skeleton)

        self.waitFoot = QVBoxLayout()
        self.waitFoot.setSpacing(0)
        self.waitFoot.setObjectName(u"waitFoot")
        self.waitFoot.setContentsMargins(16, 0, 16, 12)
        self.building = WorkProgress(self.waitPage)
        self.building.setObjectName(u"building")

        self.waitFoot.addWidget(self.building)


        self.waitColumn.addLayout(self.waitFoot)

        self.waitColumn.setStretch(0, 1)
        self.stack.addWidget(self.waitPage)
        self.emptyPage = QWidget()
        self.emptyPage.setObjectName(u"emptyPage")
        self.emptyColumn = QVBoxLayout(self.emptyPage)
        self.emptyColumn.setSpacing(0)
        self.emptyColumn.setObjectName(u"emptyColumn")
        self.emptyColumn.setContentsMargins(0, 0, 0, 0)
        self.empty = EmptyState(self.emptyPage)
        self.empty.setObjectName(u"empty")

        self.emptyColumn.addWidget(self.empty)

        self.stack.addWidget(self.emptyPage)

        self.cardColumn.addWidget(self.stack)

        self.footLine = QFrame(ReportCardForm)
        self.footLine.setObjectName(u"footLine")
        self.footLine.setProperty(u"kind", u"divider")

        self.cardColumn.addWidget(self.footLine)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(12, 0, 16, 0)
        self.tabs = SheetTabs(ReportCardForm)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setProperty(u"edge", u"top")

        self.foot.addWidget(self.tabs)

        self.tabGap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.tabGap)

        self.foot_hint = QLabel(ReportCardForm)
        self.foot_hint.setObjectName(u"foot_hint")
        self.foot_hint.setProperty(u"role", u"second")

        self.foot.addWidget(self.foot_hint)


        self.cardColumn.addLayout(self.foot)

        self.cardColumn.setStretch(2, 1)

        self.retranslateUi(ReportCardForm)

        QMetaObject.connectSlotsByName(ReportCardForm)
    # setupUi

    def retranslateUi(self, ReportCardForm):
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("ReportCardForm", u"Preview of the sheet", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("ReportCardForm", u"Sheets of the file", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

