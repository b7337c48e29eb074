
################################################################################
## Form generated from reading UI file 'set_aside.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from faceattend.ui.widgets.avatar import SoftFace
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.inputs import Choice
from faceattend.ui.widgets.prose import Prose

class Ui_SetAside(object):
    def setupUi(self, SetAside):
        if not SetAside.objectName():
            SetAside.setObjectName(u"SetAside")
        self.SetAside_layout = QVBoxLayout(SetAside)
        self.SetAside_layout.setSpacing(16)
        self.SetAside_layout.setObjectName(u"SetAside_layout")
        self.SetAside_layout.setContentsMargins(0, 0, 0, 0)
        self.row = QHBoxLayout()
        self.row.setSpacing(16)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.face = SoftFace(SetAside)
        self.face.setObjectName(u"face")
        self.face.setMinimumSize(QSize(96, 96))
        self.face.setMaximumSize(QSize(96, 96))

        self.row.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)

        self.means = Prose(SetAside)
        self.means.setObjectName(u"means")

        self.row.addWidget(self.means, 0, Qt.AlignmentFlag.AlignTop)

        self.row.setStretch(1, 1)

        self.SetAside_layout.addLayout(self.row)

        self.last = Banner(SetAside)
        self.last.setObjectName(u"last")

        self.SetAside_layout.addWidget(self.last)

        self.reason_field = QVBoxLayout()
        self.reason_field.setSpacing(4)
        self.reason_field.setObjectName(u"reason_field")
        self.reason_field.setContentsMargins(0, 0, 0, 0)
        self.reason_label = QLabel(SetAside)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"role", u"label")

        self.reason_field.addWidget(self.reason_label)

        self.reason = Choice(SetAside)
        self.reason.setObjectName(u"reason")
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.reason_field.addWidget(self.reason)

        self.reason_error = ErrorLine(SetAside)
        self.reason_error.setObjectName(u"reason_error")

        self.reason_field.addWidget(self.reason_error)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.reason_field.addItem(self.spacer_1)


        self.SetAside_layout.addLayout(self.reason_field)

#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SetAside)

        QMetaObject.connectSlotsByName(SetAside)
    # setupUi

    def retranslateUi(self, SetAside):
        self.reason_label.setText(QCoreApplication.translate("SetAside", u"Why", None))
        pass
    # retranslateUi

