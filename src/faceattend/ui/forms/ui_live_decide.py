
################################################################################
## Form generated from reading UI file 'live_decide.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from faceattend.ui.dialogs.person_picker import PersonPicker
from faceattend.ui.widgets.avatar import SoftFace
from faceattend.ui.widgets.banner import Banner

class Ui_Decide(object):
    def setupUi(self, Decide):
        if not Decide.objectName():
            Decide.setObjectName(u"Decide")
        self.Decide_layout = QVBoxLayout(Decide)
        self.Decide_layout.setSpacing(12)
        self.Decide_layout.setObjectName(u"Decide_layout")
        self.Decide_layout.setContentsMargins(0, 0, 0, 0)
        self.trouble = Banner(Decide)
        self.trouble.setObjectName(u"trouble")

        self.Decide_layout.addWidget(self.trouble)

        self.seen_row = QHBoxLayout()
        self.seen_row.setSpacing(16)
        self.seen_row.setObjectName(u"seen_row")
        self.seen_row.setContentsMargins(0, 0, 0, 0)
        self.face = SoftFace(Decide)
        self.face.setObjectName(u"face")
        self.face.setMinimumSize(QSize(152, 152))
        self.face.setMaximumSize(QSize(152, 152))

        self.seen_row.addWidget(self.face)

        self.seen_text = QVBoxLayout()
        self.seen_text.setSpacing(4)
        self.seen_text.setObjectName(u"seen_text")
        self.seen_text.setContentsMargins(0, 0, 0, 0)
        self.seen = QLabel(Decide)
        self.seen.setObjectName(u"seen")
        self.seen.setProperty(u"role", u"pane")

        self.seen_text.addWidget(self.seen)

        self.where = QLabel(Decide)
        self.where.setObjectName(u"where")
        self.where.setProperty(u"role", u"second")

        self.seen_text.addWidget(self.where)

        self.asked = QLabel(Decide)
        self.asked.setObjectName(u"asked")
        self.asked.setWordWrap(True)
        self.asked.setProperty(u"tone", u"text2")

        self.seen_text.addWidget(self.asked)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.seen_text.addItem(self.spacer_1)


        self.seen_row.addLayout(self.seen_text)

        self.seen_row.setStretch(1, 1)

        self.Decide_layout.addLayout(self.seen_row)

        self.candidates_title = QLabel(Decide)
        self.candidates_title.setObjectName(u"candidates_title")
        self.candidates_title.setProperty(u"role", u"section")

        self.Decide_layout.addWidget(self.candidates_title)

        self.candidates = QVBoxLayout()
        self.candidates.setSpacing(8)
        self.candidates.setObjectName(u"candidates")
        self.candidates.setContentsMargins(0, 0, 0, 0)

        self.Decide_layout.addLayout(self.candidates)

        self.others_title = QLabel(Decide)
        self.others_title.setObjectName(u"others_title")
        self.others_title.setProperty(u"role", u"section")

        self.Decide_layout.addWidget(self.others_title)

        self.picker = PersonPicker(Decide)
        self.picker.setObjectName(u"picker")

        self.Decide_layout.addWidget(self.picker)

        self.lasting = QLabel(Decide)
        self.lasting.setObjectName(u"lasting")
        self.lasting.setWordWrap(True)
        self.lasting.setProperty(u"role", u"second")
        self.lasting.setProperty(u"tone", u"text3")

        self.Decide_layout.addWidget(self.lasting)


        self.retranslateUi(Decide)

        QMetaObject.connectSlotsByName(Decide)
    # setupUi

    def retranslateUi(self, Decide):
#if QT_CONFIG(accessibility)
        self.face.setAccessibleName(QCoreApplication.translate("Decide", u"The face that was seen", None))
#endif // QT_CONFIG(accessibility)
        self.candidates_title.setText(QCoreApplication.translate("Decide", u"Who is it?", None))
        self.others_title.setText(QCoreApplication.translate("Decide", u"Somebody else", None))
#if QT_CONFIG(accessibility)
        self.picker.setAccessibleName(QCoreApplication.translate("Decide", u"Search for somebody else", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

