
################################################################################
## Form generated from reading UI file 'people.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QSizePolicy, QWidget)

from faceattend.ui.pages.people_detail import PersonDetail
from faceattend.ui.pages.people_list import PeopleList

class Ui_PeoplePage(object):
    def setupUi(self, PeoplePage):
        if not PeoplePage.objectName():
            PeoplePage.setObjectName(u"PeoplePage")
        self.PeoplePage_layout = QHBoxLayout(PeoplePage)
        self.PeoplePage_layout.setSpacing(0)
        self.PeoplePage_layout.setObjectName(u"PeoplePage_layout")
        self.PeoplePage_layout.setContentsMargins(0, 0, 0, 0)
        self.list = PeopleList(PeoplePage)
        self.list.setObjectName(u"list")

        self.PeoplePage_layout.addWidget(self.list)

        self.detail = PersonDetail(PeoplePage)
        self.detail.setObjectName(u"detail")
        self.detail.setMinimumSize(QSize(400, 0))
        self.detail.setMaximumSize(QSize(400, 16777215))

        self.PeoplePage_layout.addWidget(self.detail)


        self.retranslateUi(PeoplePage)

        QMetaObject.connectSlotsByName(PeoplePage)
    # setupUi

    def retranslateUi(self, PeoplePage):
        pass
    # retranslateUi

