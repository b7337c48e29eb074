
################################################################################
## Form generated from reading UI file 'live_register.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from faceattend.ui.widgets.avatar import SoftFace
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.face_pair import FacePairView
from faceattend.ui.widgets.field import ErrorLine

class Ui_RegisterVisitor(object):
    def setupUi(self, RegisterVisitor):
        if not RegisterVisitor.objectName():
            RegisterVisitor.setObjectName(u"RegisterVisitor")
        self.RegisterVisitor_layout = QVBoxLayout(RegisterVisitor)
        self.RegisterVisitor_layout.setSpacing(12)
        self.RegisterVisitor_layout.setObjectName(u"RegisterVisitor_layout")
        self.RegisterVisitor_layout.setContentsMargins(0, 0, 0, 0)
        self.trouble = Banner(RegisterVisitor)
        self.trouble.setObjectName(u"trouble")

        self.RegisterVisitor_layout.addWidget(self.trouble)

        self.top = QHBoxLayout()
        self.top.setSpacing(16)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(0, 0, 0, 0)
        self.face = SoftFace(RegisterVisitor)
        self.face.setObjectName(u"face")
        self.face.setMinimumSize(QSize(112, 112))
        self.face.setMaximumSize(QSize(112, 112))

        self.top.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)

        self.top_right = QVBoxLayout()
        self.top_right.setSpacing(4)
        self.top_right.setObjectName(u"top_right")
        self.top_right.setContentsMargins(0, 0, 0, 0)
        self.seen = QLabel(RegisterVisitor)
        self.seen.setObjectName(u"seen")
        self.seen.setProperty(u"role", u"name")

        self.top_right.addWidget(self.seen)

        self.where = QLabel(RegisterVisitor)
        self.where.setObjectName(u"where")
        self.where.setProperty(u"role", u"second")

        self.top_right.addWidget(self.where)

        self.face_hint = QLabel(RegisterVisitor)
        self.face_hint.setObjectName(u"face_hint")
        self.face_hint.setWordWrap(True)
        self.face_hint.setProperty(u"role", u"second")
        self.face_hint.setProperty(u"tone", u"text3")

        self.top_right.addWidget(self.face_hint)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.top_right.addItem(self.spacer_2)


        self.top.addLayout(self.top_right)

        self.top.setStretch(1, 1)

        self.RegisterVisitor_layout.addLayout(self.top)

        self.name_field = QVBoxLayout()
        self.name_field.setSpacing(4)
        self.name_field.setObjectName(u"name_field")
        self.name_field.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(RegisterVisitor)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"label")

        self.name_field.addWidget(self.name_label)

        self.name = QLineEdit(RegisterVisitor)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(200)

        self.name_field.addWidget(self.name)

        self.name_error = ErrorLine(RegisterVisitor)
        self.name_error.setObjectName(u"name_error")

        self.name_field.addWidget(self.name_error)


        self.RegisterVisitor_layout.addLayout(self.name_field)

        self.second_row = QHBoxLayout()
        self.second_row.setSpacing(16)
        self.second_row.setObjectName(u"second_row")
        self.second_row.setContentsMargins(0, 0, 0, 0)
        self.number_field = QVBoxLayout()
        self.number_field.setSpacing(4)
        self.number_field.setObjectName(u"number_field")
        self.number_field.setContentsMargins(0, 0, 0, 0)
        self.number_label = QLabel(RegisterVisitor)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setProperty(u"role", u"label")

        self.number_field.addWidget(self.number_label)

        self.number = QLineEdit(RegisterVisitor)
        self.number.setObjectName(u"number")
        self.number.setMaxLength(64)

        self.number_field.addWidget(self.number)

        self.number_error = ErrorLine(RegisterVisitor)
        self.number_error.setObjectName(u"number_error")

        self.number_field.addWidget(self.number_error)


        self.second_row.addLayout(self.number_field)

        self.group_field = QVBoxLayout()
        self.group_field.setSpacing(4)
        self.group_field.setObjectName(u"group_field")
        self.group_field.setContentsMargins(0, 0, 0, 0)
        self.group_label = QLabel(RegisterVisitor)
        self.group_label.setObjectName(u"group_label")
        self.group_label.setProperty(u"role", u"label")

        self.group_field.addWidget(self.group_label)

        self.group = QComboBox(RegisterVisitor)
        self.group.setObjectName(u"group")
        self.group.setEditable(True)
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.group_field.addWidget(self.group)

        self.group_error = ErrorLine(RegisterVisitor)
        self.group_error.setObjectName(u"group_error")

        self.group_field.addWidget(self.group_error)


        self.second_row.addLayout(self.group_field)

        self.second_row.setStretch(0, 1)
        self.second_row.setStretch(1, 1)

        self.RegisterVisitor_layout.addLayout(self.second_row)

        self.ticks = QVBoxLayout()
        self.ticks.setSpacing(0)
        self.ticks.setObjectName(u"ticks")
        self.ticks.setContentsMargins(0, 0, 0, 0)
        self.today_only = QCheckBox(RegisterVisitor)
        self.today_only.setObjectName(u"today_only")
        self.today_only.setChecked(True)

        self.ticks.addWidget(self.today_only)

        self.with_face = QCheckBox(RegisterVisitor)
        self.with_face.setObjectName(u"with_face")
        self.with_face.setChecked(True)

        self.ticks.addWidget(self.with_face)


        self.RegisterVisitor_layout.addLayout(self.ticks)

        self.twin = QFrame(RegisterVisitor)
        self.twin.setObjectName(u"twin")
        self.twin.setProperty(u"kind", u"banner-warn")
        self.twin_layout = QVBoxLayout(self.twin)
        self.twin_layout.setSpacing(8)
        self.twin_layout.setObjectName(u"twin_layout")
        self.twin_layout.setContentsMargins(16, 12, 16, 16)
        self.twin_title = QLabel(self.twin)
        self.twin_title.setObjectName(u"twin_title")
        self.twin_title.setProperty(u"role", u"problem")

        self.twin_layout.addWidget(self.twin_title)

        self.twin_text = QLabel(self.twin)
        self.twin_text.setObjectName(u"twin_text")
        self.twin_text.setWordWrap(True)
        self.twin_text.setProperty(u"tone", u"text2")

        self.twin_layout.addWidget(self.twin_text)

        self.twin_faces = FacePairView(self.twin)
        self.twin_faces.setObjectName(u"twin_faces")
        self.twin_faces.setMinimumSize(QSize(148, 72))
        self.twin_faces.setMaximumSize(QSize(148, 72))

        self.twin_layout.addWidget(self.twin_faces)

        self.twin_row = QHBoxLayout()
        self.twin_row.setSpacing(8)
        self.twin_row.setObjectName(u"twin_row")
        self.twin_row.setContentsMargins(0, 0, 0, 0)
        self.two_people = QPushButton(self.twin)
        self.two_people.setObjectName(u"two_people")
        self.two_people.setProperty(u"kind", u"secondary")

        self.twin_row.addWidget(self.two_people)

        self.same_person = QPushButton(self.twin)
        self.same_person.setObjectName(u"same_person")
        self.same_person.setProperty(u"kind", u"secondary")

        self.twin_row.addWidget(self.same_person)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.twin_row.addItem(self.spacer_1)


        self.twin_layout.addLayout(self.twin_row)


        self.RegisterVisitor_layout.addWidget(self.twin)

        self.lasting = QLabel(RegisterVisitor)
        self.lasting.setObjectName(u"lasting")
        self.lasting.setWordWrap(True)
        self.lasting.setProperty(u"role", u"second")
        self.lasting.setProperty(u"tone", u"text3")

        self.RegisterVisitor_layout.addWidget(self.lasting)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.number_label.setBuddy(self.number)
        self.group_label.setBuddy(self.group)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.number)
        QWidget.setTabOrder(self.number, self.group)
        QWidget.setTabOrder(self.group, self.today_only)
        QWidget.setTabOrder(self.today_only, self.with_face)
        QWidget.setTabOrder(self.with_face, self.two_people)
        QWidget.setTabOrder(self.two_people, self.same_person)

        self.retranslateUi(RegisterVisitor)

        QMetaObject.connectSlotsByName(RegisterVisitor)
    # setupUi

    def retranslateUi(self, RegisterVisitor):
#if QT_CONFIG(accessibility)
        self.face.setAccessibleName(QCoreApplication.translate("RegisterVisitor", u"The face that was seen", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("RegisterVisitor", u"Name", None))
        self.number_label.setText(QCoreApplication.translate("RegisterVisitor", u"Number", None))
        self.group_label.setText(QCoreApplication.translate("RegisterVisitor", u"Group or host", None))
        self.today_only.setText(QCoreApplication.translate("RegisterVisitor", u"Only today", None))
        self.with_face.setText(QCoreApplication.translate("RegisterVisitor", u"Let cameras know this face meanwhile", None))
        self.twin_title.setText(QCoreApplication.translate("RegisterVisitor", u"Is this person already enrolled?", None))
        self.two_people.setText(QCoreApplication.translate("RegisterVisitor", u"They are two people", None))
        pass
    # retranslateUi

