
################################################################################
## Form generated from reading UI file 'first_run_person.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.verdicts import Verdicts

class Ui_FirstRunPerson(object):
    def setupUi(self, FirstRunPerson):
        if not FirstRunPerson.objectName():
            FirstRunPerson.setObjectName(u"FirstRunPerson")
        self.rows = QVBoxLayout(FirstRunPerson)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.how = Verdicts(FirstRunPerson)
        self.how.setObjectName(u"how")

        self.rows.addWidget(self.how)

        self.found = Verdicts(FirstRunPerson)
        self.found.setObjectName(u"found")

        self.rows.addWidget(self.found)

        self.space_1 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_1)

        self.more_row = QHBoxLayout()
        self.more_row.setSpacing(0)
        self.more_row.setObjectName(u"more_row")
        self.more_row.setContentsMargins(0, 0, 0, 0)
        self.another = KeyButton(FirstRunPerson)
        self.another.setObjectName(u"another")
        self.another.setProperty(u"glyph", u"user-plus")

        self.more_row.addWidget(self.another)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.more_row.addItem(self.space_2)


        self.rows.addLayout(self.more_row)

        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.space_3)


        self.retranslateUi(FirstRunPerson)

        QMetaObject.connectSlotsByName(FirstRunPerson)
    # setupUi

    def retranslateUi(self, FirstRunPerson):
        self.another.setText(QCoreApplication.translate("FirstRunPerson", u"Enrol another person", None))
        pass
    # retranslateUi

