
################################################################################
## Form generated from reading UI file 'live_camera_help.ui'
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
from PySide6.QtWidgets import (QApplication, QLabel, QSizePolicy, QVBoxLayout,
    QWidget)

class Ui_CameraHelp(object):
    def setupUi(self, CameraHelp):
        if not CameraHelp.objectName():
            CameraHelp.setObjectName(u"CameraHelp")
        self.CameraHelp_layout = QVBoxLayout(CameraHelp)
        self.CameraHelp_layout.setSpacing(12)
        self.CameraHelp_layout.setObjectName(u"CameraHelp_layout")
        self.CameraHelp_layout.setContentsMargins(0, 0, 0, 0)
        self.what = QLabel(CameraHelp)
        self.what.setObjectName(u"what")
        self.what.setWordWrap(True)
        self.what.setProperty(u"role", u"problem")

        self.CameraHelp_layout.addWidget(self.what)

        self.detail = QLabel(CameraHelp)
        self.detail.setObjectName(u"detail")
        self.detail.setWordWrap(True)
        self.detail.setProperty(u"tone", u"text2")

        self.CameraHelp_layout.addWidget(self.detail)

        self.checks_title = QLabel(CameraHelp)
        self.checks_title.setObjectName(u"checks_title")
        self.checks_title.setProperty(u"role", u"section")

        self.CameraHelp_layout.addWidget(self.checks_title)

        self.checks = QVBoxLayout()
        self.checks.setSpacing(8)
        self.checks.setObjectName(u"checks")
        self.checks.setContentsMargins(0, 0, 0, 0)

        self.CameraHelp_layout.addLayout(self.checks)

        self.means = QLabel(CameraHelp)
        self.means.setObjectName(u"means")
        self.means.setWordWrap(True)
        self.means.setProperty(u"role", u"second")
        self.means.setProperty(u"tone", u"text3")

        self.CameraHelp_layout.addWidget(self.means)

        self.address = QLabel(CameraHelp)
        self.address.setObjectName(u"address")
        self.address.setWordWrap(True)
        self.address.setProperty(u"role", u"second")
        self.address.setProperty(u"tone", u"text3")

        self.CameraHelp_layout.addWidget(self.address)


        self.retranslateUi(CameraHelp)

        QMetaObject.connectSlotsByName(CameraHelp)
    # setupUi

    def retranslateUi(self, CameraHelp):
        self.checks_title.setText(QCoreApplication.translate("CameraHelp", u"What to check, the likeliest first", None))
        pass
    # retranslateUi

