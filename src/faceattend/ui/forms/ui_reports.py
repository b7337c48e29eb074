
################################################################################
## Form generated from reading UI file 'reports.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from faceattend.ui.pages.reports_card import ReportCard
from faceattend.ui.pages.reports_choices import ReportChoices
from faceattend.ui.pages.reports_export import ExportStrip
from faceattend.ui.pages.reports_sums import ReportSums
from faceattend.ui.widgets.key_button import KeyButton

class Ui_Reports(object):
    def setupUi(self, Reports):
        if not Reports.objectName():
            Reports.setObjectName(u"Reports")
        self.page = QVBoxLayout(Reports)
        self.page.setSpacing(20)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(24, 16, 24, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(Reports)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head.addWidget(self.title)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap)

        self.compare = KeyButton(Reports)
        self.compare.setObjectName(u"compare")
        self.compare.setProperty(u"kind", u"quiet")
        self.compare.setProperty(u"glyph", u"git-compare")

        self.head.addWidget(self.compare)

        self.export = KeyButton(Reports)
        self.export.setObjectName(u"export")
        self.export.setProperty(u"kind", u"primary")
        self.export.setProperty(u"glyph", u"download")
        self.export.setProperty(u"key", u"Ctrl+E")

        self.head.addWidget(self.export)


        self.page.addLayout(self.head)

        self.body = QHBoxLayout()
        self.body.setSpacing(24)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.left = QScrollArea(Reports)
        self.left.setObjectName(u"left")
        self.left.setMinimumSize(QSize(304, 0))
        self.left.setMaximumSize(QSize(304, 16777215))
        self.left.setWidgetResizable(True)
        self.left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.left.setFrameShape(QFrame.Shape.NoFrame)
        self.leftContent = QWidget()
        self.leftContent.setObjectName(u"leftContent")
        self.leftColumn = QVBoxLayout(self.leftContent)
        self.leftColumn.setSpacing(24)
        self.leftColumn.setObjectName(u"leftColumn")
        self.leftColumn.setContentsMargins(0, 0, 12, 0)
        self.choices = ReportChoices(self.leftContent)
        self.choices.setObjectName(u"choices")

        self.leftColumn.addWidget(self.choices)

        self.sums = ReportSums(self.leftContent)
        self.sums.setObjectName(u"sums")

        self.leftColumn.addWidget(self.sums)

        self.below = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.leftColumn.addItem(self.below)

        self.left.setWidget(self.leftContent)

        self.body.addWidget(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(12)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.strip = ExportStrip(Reports)
        self.strip.setObjectName(u"strip")

        self.right.addWidget(self.strip)

        self.card = ReportCard(Reports)
        self.card.setObjectName(u"card")

        self.right.addWidget(self.card)

        self.right.setStretch(1, 1)

        self.body.addLayout(self.right)

        self.body.setStretch(1, 1)

        self.page.addLayout(self.body)

        self.page.setStretch(1, 1)

        self.retranslateUi(Reports)

        QMetaObject.connectSlotsByName(Reports)
    # setupUi

    def retranslateUi(self, Reports):
        self.title.setText(QCoreApplication.translate("Reports", u"Reports", None))
        self.compare.setText(QCoreApplication.translate("Reports", u"Compare with last export", None))
        self.export.setText(QCoreApplication.translate("Reports", u"Export Excel", None))
        pass
    # retranslateUi

