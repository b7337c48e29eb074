
################################################################################
## Form generated from reading UI file 'first_run_speed.ui'
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
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.verdicts import Verdicts

class Ui_FirstRunSpeed(object):
    def setupUi(self, FirstRunSpeed):
        if not FirstRunSpeed.objectName():
            FirstRunSpeed.setObjectName(u"FirstRunSpeed")
        self.rows = QVBoxLayout(FirstRunSpeed)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.progress = WorkProgress(FirstRunSpeed)
        self.progress.setObjectName(u"progress")

        self.rows.addWidget(self.progress)

        self.found = Verdicts(FirstRunSpeed)
        self.found.setObjectName(u"found")

        self.rows.addWidget(self.found)

        self.space_1 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_1)

        self.means = Prose(FirstRunSpeed)
        self.means.setObjectName(u"means")
        self.means.setProperty(u"tone", u"text2")

        self.rows.addWidget(self.means)

        self.space_3 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_3)

        self.once_more_row = QHBoxLayout()
        self.once_more_row.setObjectName(u"once_more_row")
        self.once_more = KeyButton(FirstRunSpeed)
        self.once_more.setObjectName(u"once_more")

        self.once_more_row.addWidget(self.once_more)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.once_more_row.addItem(self.space_4)


        self.rows.addLayout(self.once_more_row)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.space_2)


        self.retranslateUi(FirstRunSpeed)

        QMetaObject.connectSlotsByName(FirstRunSpeed)
    # setupUi

    def retranslateUi(self, FirstRunSpeed):
        self.once_more.setText(QCoreApplication.translate("FirstRunSpeed", u"Measure again", None))
        pass
    # retranslateUi

