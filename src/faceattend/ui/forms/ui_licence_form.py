
################################################################################
## Form generated from reading UI file 'licence_form.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QPlainTextEdit, QSizePolicy,
    QVBoxLayout, QWidget)

class Ui_LicenceForm(object):
    def setupUi(self, LicenceForm):
        if not LicenceForm.objectName():
            LicenceForm.setObjectName(u"LicenceForm")
        self.LicenceForm_rows = QVBoxLayout(LicenceForm)
        self.LicenceForm_rows.setSpacing(12)
        self.LicenceForm_rows.setObjectName(u"LicenceForm_rows")
        self.LicenceForm_rows.setContentsMargins(0, 0, 0, 0)
        self.licence = QPlainTextEdit(LicenceForm)
        self.licence.setObjectName(u"licence")
        self.licence.setReadOnly(True)
        self.licence.setMinimumSize(QSize(0, 220))
        self.licence.setTabChangesFocus(True)

        self.LicenceForm_rows.addWidget(self.licence)

        self.accept = QCheckBox(LicenceForm)
        self.accept.setObjectName(u"accept")

        self.LicenceForm_rows.addWidget(self.accept)


        self.retranslateUi(LicenceForm)

        QMetaObject.connectSlotsByName(LicenceForm)
    # setupUi

    def retranslateUi(self, LicenceForm):
#if QT_CONFIG(accessibility)
        self.licence.setAccessibleName(QCoreApplication.translate("LicenceForm", u"Licence", None))
#endif // QT_CONFIG(accessibility)
        self.accept.setText(QCoreApplication.translate("LicenceForm", u"I have read this licence and accept it", None))
        pass
    # retranslateUi

