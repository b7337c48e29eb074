
################################################################################
## Form generated from reading UI file 'enrol_twin.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from faceattend.ui.widgets.avatar import SoftFace
from faceattend.ui.widgets.prose import Prose

class Ui_EnrolTwin(object):
    def setupUi(self, EnrolTwin):
        if not EnrolTwin.objectName():
            EnrolTwin.setObjectName(u"EnrolTwin")
        self.EnrolTwin_layout = QHBoxLayout(EnrolTwin)
        self.EnrolTwin_layout.setSpacing(8)
        self.EnrolTwin_layout.setObjectName(u"EnrolTwin_layout")
        self.EnrolTwin_layout.setContentsMargins(15, 15, 15, 15)
        self.mark_side = QVBoxLayout()
        self.mark_side.setSpacing(0)
        self.mark_side.setObjectName(u"mark_side")
        self.mark_side.setContentsMargins(0, 0, 0, 0)

        self.EnrolTwin_layout.addLayout(self.mark_side)

        self.twin_side = QVBoxLayout()
        self.twin_side.setSpacing(12)
        self.twin_side.setObjectName(u"twin_side")
        self.twin_side.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(EnrolTwin)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"problem")
        self.title.setWordWrap(True)

        self.twin_side.addWidget(self.title)

        self.words = Prose(EnrolTwin)
        self.words.setObjectName(u"words")

        self.twin_side.addWidget(self.words)

        self.faces_row = QHBoxLayout()
        self.faces_row.setSpacing(8)
        self.faces_row.setObjectName(u"faces_row")
        self.faces_row.setContentsMargins(0, 0, 0, 0)
        self.new_face_side = QVBoxLayout()
        self.new_face_side.setSpacing(4)
        self.new_face_side.setObjectName(u"new_face_side")
        self.new_face_side.setContentsMargins(0, 0, 0, 0)
        self.new_face = SoftFace(EnrolTwin)
        self.new_face.setObjectName(u"new_face")
        self.new_face.setMinimumSize(QSize(72, 72))
        self.new_face.setMaximumSize(QSize(72, 72))

        self.new_face_side.addWidget(self.new_face)

        self.new_face_name = QLabel(EnrolTwin)
        self.new_face_name.setObjectName(u"new_face_name")
        self.new_face_name.setProperty(u"role", u"second")
        self.new_face_name.setProperty(u"tone", u"text")
        self.new_face_name.setMaximumSize(QSize(96, 16777215))

        self.new_face_side.addWidget(self.new_face_name, 0, Qt.AlignmentFlag.AlignTop)


        self.faces_row.addLayout(self.new_face_side)

        self.known_face_side = QVBoxLayout()
        self.known_face_side.setSpacing(4)
        self.known_face_side.setObjectName(u"known_face_side")
        self.known_face_side.setContentsMargins(0, 0, 0, 0)
        self.known_face = SoftFace(EnrolTwin)
        self.known_face.setObjectName(u"known_face")
        self.known_face.setMinimumSize(QSize(72, 72))
        self.known_face.setMaximumSize(QSize(72, 72))

        self.known_face_side.addWidget(self.known_face)

        self.known_face_name = QLabel(EnrolTwin)
        self.known_face_name.setObjectName(u"known_face_name")
        self.known_face_name.setProperty(u"role", u"second")
        self.known_face_name.setProperty(u"tone", u"text")
        self.known_face_name.setMaximumSize(QSize(96, 16777215))

        self.known_face_side.addWidget(self.known_face_name, 0, Qt.AlignmentFlag.AlignTop)


        self.faces_row.addLayout(self.known_face_side)

        self.known_side = QVBoxLayout()
        self.known_side.setSpacing(4)
        self.known_side.setObjectName(u"known_side")
        self.known_side.setContentsMargins(0, 0, 0, 0)
        self.known_title = QLabel(EnrolTwin)
        self.known_title.setObjectName(u"known_title")
        self.known_title.setProperty(u"role", u"problem")
        self.known_title.setWordWrap(True)

        self.known_side.addWidget(self.known_title)

        self.known_facts = QLabel(EnrolTwin)
        self.known_facts.setObjectName(u"known_facts")
        self.known_facts.setProperty(u"role", u"second")
        self.known_facts.setWordWrap(True)

        self.known_side.addWidget(self.known_facts)

        self.known_since = QLabel(EnrolTwin)
        self.known_since.setObjectName(u"known_since")
        self.known_since.setProperty(u"role", u"second")
        self.known_since.setWordWrap(True)

        self.known_side.addWidget(self.known_since)

        self.closeness = QLabel(EnrolTwin)
        self.closeness.setObjectName(u"closeness")
        self.closeness.setProperty(u"role", u"second")
        self.closeness.setWordWrap(True)

        self.known_side.addWidget(self.closeness)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.known_side.addItem(self.spacer_4)


        self.faces_row.addLayout(self.known_side)

        self.faces_row.setStretch(2, 1)

        self.twin_side.addLayout(self.faces_row)

        self.answers_gap = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.twin_side.addItem(self.answers_gap)

        self.answers_row = QHBoxLayout()
        self.answers_row.setSpacing(8)
        self.answers_row.setObjectName(u"answers_row")
        self.answers_row.setContentsMargins(0, 0, 0, 0)
        self.two_people = QPushButton(EnrolTwin)
        self.two_people.setObjectName(u"two_people")
        self.two_people.setProperty(u"kind", u"secondary")

        self.answers_row.addWidget(self.two_people)

        self.same_person = QPushButton(EnrolTwin)
        self.same_person.setObjectName(u"same_person")
        self.same_person.setProperty(u"kind", u"secondary")

        self.answers_row.addWidget(self.same_person)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.answers_row.addItem(self.spacer_5)


        self.twin_side.addLayout(self.answers_row)


        self.EnrolTwin_layout.addLayout(self.twin_side)

        self.EnrolTwin_layout.setStretch(1, 1)
        QWidget.setTabOrder(self.two_people, self.same_person)

        self.retranslateUi(EnrolTwin)

        QMetaObject.connectSlotsByName(EnrolTwin)
    # setupUi

    def retranslateUi(self, EnrolTwin):
        self.title.setText(QCoreApplication.translate("EnrolTwin", u"Is this person already enrolled?", None))
        self.two_people.setText(QCoreApplication.translate("EnrolTwin", u"They are two people", None))
        pass
    # retranslateUi

