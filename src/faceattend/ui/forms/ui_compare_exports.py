
################################################################################
## Form generated from reading UI file 'compare_exports.ui'
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
from PySide6.QtWidgets import (QApplication, QHeaderView, QLabel, QSizePolicy,
    QTableView, QVBoxLayout, QWidget)

from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.prose import Prose

class Ui_CompareExportsForm(object):
    def setupUi(self, CompareExportsForm):
        if not CompareExportsForm.objectName():
            CompareExportsForm.setObjectName(u"CompareExportsForm")
        self.column = QVBoxLayout(CompareExportsForm)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.text = Prose(CompareExportsForm)
        self.text.setObjectName(u"text")

        self.column.addWidget(self.text)

        self.other = Banner(CompareExportsForm)
        self.other.setObjectName(u"other")

        self.column.addWidget(self.other)

        self.table = QTableView(CompareExportsForm)
        self.table.setObjectName(u"table")
        self.table.setMinimumSize(QSize(0, 240))

        self.column.addWidget(self.table)

        self.same = EmptyState(CompareExportsForm)
        self.same.setObjectName(u"same")
        self.same.setMinimumSize(QSize(0, 200))

        self.column.addWidget(self.same)

        self.sums = QLabel(CompareExportsForm)
        self.sums.setObjectName(u"sums")
        self.sums.setProperty(u"role", u"name")
        self.sums.setWordWrap(True)

        self.column.addWidget(self.sums)


        self.retranslateUi(CompareExportsForm)

        QMetaObject.connectSlotsByName(CompareExportsForm)
    # setupUi

    def retranslateUi(self, CompareExportsForm):
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("CompareExportsForm", u"People whose figures differ", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

