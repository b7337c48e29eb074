
################################################################################
## Form generated from reading UI file 'settings.ui'
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
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from faceattend.ui.widgets.section_list import SectionList

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        self.SettingsPage_row = QHBoxLayout(SettingsPage)
        self.SettingsPage_row.setSpacing(0)
        self.SettingsPage_row.setObjectName(u"SettingsPage_row")
        self.SettingsPage_row.setContentsMargins(0, 0, 0, 0)
        self.column = QFrame(SettingsPage)
        self.column.setObjectName(u"column")
        self.column.setProperty(u"kind", u"column")
        self.column.setMinimumSize(QSize(184, 0))
        self.column.setMaximumSize(QSize(184, 16777215))
        self.column_rows = QVBoxLayout(self.column)
        self.column_rows.setSpacing(0)
        self.column_rows.setObjectName(u"column_rows")
        self.column_rows.setContentsMargins(12, 16, 12, 16)
        self.row_2 = QHBoxLayout()
        self.row_2.setSpacing(0)
        self.row_2.setObjectName(u"row_2")
        self.row_2.setContentsMargins(12, 0, 0, 0)
        self.title = QLabel(self.column)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")
        self.title.setMinimumSize(QSize(0, 32))

        self.row_2.addWidget(self.title)


        self.column_rows.addLayout(self.row_2)

        self.space_3 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column_rows.addItem(self.space_3)

        self.sections = SectionList(self.column)
        self.sections.setObjectName(u"sections")

        self.column_rows.addWidget(self.sections)


        self.SettingsPage_row.addWidget(self.column)

        self.stack = QStackedWidget(SettingsPage)
        self.stack.setObjectName(u"stack")

        self.SettingsPage_row.addWidget(self.stack)

        self.SettingsPage_row.setStretch(1, 1)

        self.retranslateUi(SettingsPage)

        QMetaObject.connectSlotsByName(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.title.setText(QCoreApplication.translate("SettingsPage", u"Settings", None))
#if QT_CONFIG(accessibility)
        self.sections.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Sections of the settings", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

