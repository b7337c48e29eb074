
################################################################################
## Form generated from reading UI file 'enrol.ui'
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
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from faceattend.ui.dialogs.enrol_twin import TwinCard
from faceattend.ui.widgets.advice_note import AdviceNote
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.capture_view import CaptureView
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.face_checks import FaceChecks
from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.inputs import (Choice, DateField)
from faceattend.ui.widgets.photo_slots import PhotoSlots
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose

class Ui_Enrol(object):
    def setupUi(self, Enrol):
        if not Enrol.objectName():
            Enrol.setObjectName(u"Enrol")
        self.Enrol_layout = QHBoxLayout(Enrol)
        self.Enrol_layout.setSpacing(40)
        self.Enrol_layout.setObjectName(u"Enrol_layout")
        self.Enrol_layout.setContentsMargins(0, 0, 0, 0)
        self.picture_side = QVBoxLayout()
        self.picture_side.setSpacing(12)
        self.picture_side.setObjectName(u"picture_side")
        self.picture_side.setContentsMargins(0, 0, 0, 0)
        self.source = Choice(Enrol)
        self.source.setObjectName(u"source")

        self.picture_side.addWidget(self.source)

        self.sight = QStackedWidget(Enrol)
        self.sight.setObjectName(u"sight")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.sight.sizePolicy().hasHeightForWidth())
        self.sight.setSizePolicy(sizePolicy)
        self.view = CaptureView()
        self.view.setObjectName(u"view")
        self.sight.addWidget(self.view)
        self.files = QFrame()
        self.files.setObjectName(u"files")
        self.files.setProperty(u"kind", u"card")
        self.files_layout = QVBoxLayout(self.files)
        self.files_layout.setSpacing(8)
        self.files_layout.setObjectName(u"files_layout")
        self.files_layout.setContentsMargins(12, 12, 12, 12)
        self.drop = EmptyState(self.files)
        self.drop.setObjectName(u"drop")

        self.files_layout.addWidget(self.drop)

        self.reading = WorkProgress(self.files)
        self.reading.setObjectName(u"reading")

        self.files_layout.addWidget(self.reading)

        self.refused_room = QScrollArea(self.files)
        self.refused_room.setObjectName(u"refused_room")
        self.refused_room.setWidgetResizable(True)
        self.refused_room.setMaximumSize(QSize(16777215, 132))
        self.refused_room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.refused_content = QWidget()
        self.refused_content.setObjectName(u"refused_content")
        self.refused_layout = QVBoxLayout(self.refused_content)
        self.refused_layout.setSpacing(0)
        self.refused_layout.setObjectName(u"refused_layout")
        self.refused_layout.setContentsMargins(0, 0, 0, 0)
        self.refused = AdviceNote(self.refused_content)
        self.refused.setObjectName(u"refused")

        self.refused_layout.addWidget(self.refused)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.refused_layout.addItem(self.spacer_1)

        self.refused_room.setWidget(self.refused_content)

        self.files_layout.addWidget(self.refused_room)

        self.files_layout.setStretch(0, 1)
        self.sight.addWidget(self.files)

        self.picture_side.addWidget(self.sight)

        self.checks = FaceChecks(Enrol)
        self.checks.setObjectName(u"checks")

        self.picture_side.addWidget(self.checks)

        self.photos_head = QHBoxLayout()
        self.photos_head.setSpacing(8)
        self.photos_head.setObjectName(u"photos_head")
        self.photos_head.setContentsMargins(0, 0, 0, 0)
        self.photos_label = QLabel(Enrol)
        self.photos_label.setObjectName(u"photos_label")
        self.photos_label.setProperty(u"role", u"label")

        self.photos_head.addWidget(self.photos_label)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.photos_head.addItem(self.spacer_2)

        self.photos_count = QLabel(Enrol)
        self.photos_count.setObjectName(u"photos_count")
        self.photos_count.setProperty(u"role", u"second")

        self.photos_head.addWidget(self.photos_count)


        self.picture_side.addLayout(self.photos_head)

        self.slots = PhotoSlots(Enrol)
        self.slots.setObjectName(u"slots")

        self.picture_side.addWidget(self.slots)


        self.Enrol_layout.addLayout(self.picture_side)

        self.facts_room = QScrollArea(Enrol)
        self.facts_room.setObjectName(u"facts_room")
        self.facts_room.setWidgetResizable(True)
        self.facts_room.setFrameShape(QFrame.Shape.NoFrame)
        self.facts_room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts_room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.facts = QWidget()
        self.facts.setObjectName(u"facts")
        self.facts_layout = QVBoxLayout(self.facts)
        self.facts_layout.setSpacing(12)
        self.facts_layout.setObjectName(u"facts_layout")
        self.facts_layout.setContentsMargins(0, 0, 0, 0)
        self.trouble = Banner(self.facts)
        self.trouble.setObjectName(u"trouble")

        self.facts_layout.addWidget(self.trouble)

        self.name_field = QVBoxLayout()
        self.name_field.setSpacing(4)
        self.name_field.setObjectName(u"name_field")
        self.name_field.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(self.facts)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"label")

        self.name_field.addWidget(self.name_label)

        self.name = QLineEdit(self.facts)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(200)

        self.name_field.addWidget(self.name)

        self.name_error = ErrorLine(self.facts)
        self.name_error.setObjectName(u"name_error")

        self.name_field.addWidget(self.name_error)


        self.facts_layout.addLayout(self.name_field)

        self.number_row = QHBoxLayout()
        self.number_row.setSpacing(16)
        self.number_row.setObjectName(u"number_row")
        self.number_row.setContentsMargins(0, 0, 0, 0)
        self.number_field = QVBoxLayout()
        self.number_field.setSpacing(4)
        self.number_field.setObjectName(u"number_field")
        self.number_field.setContentsMargins(0, 0, 0, 0)
        self.number_label = QLabel(self.facts)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setProperty(u"role", u"label")

        self.number_field.addWidget(self.number_label)

        self.number = QLineEdit(self.facts)
        self.number.setObjectName(u"number")
        self.number.setMaxLength(64)

        self.number_field.addWidget(self.number)

        self.number_error = ErrorLine(self.facts)
        self.number_error.setObjectName(u"number_error")

        self.number_field.addWidget(self.number_error)


        self.number_row.addLayout(self.number_field)

        self.group_field = QVBoxLayout()
        self.group_field.setSpacing(4)
        self.group_field.setObjectName(u"group_field")
        self.group_field.setContentsMargins(0, 0, 0, 0)
        self.group_label = QLabel(self.facts)
        self.group_label.setObjectName(u"group_label")
        self.group_label.setProperty(u"role", u"label")

        self.group_field.addWidget(self.group_label)

        self.group = Choice(self.facts)
        self.group.setObjectName(u"group")
        self.group.setEditable(True)
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.group_field.addWidget(self.group)

        self.group_error = ErrorLine(self.facts)
        self.group_error.setObjectName(u"group_error")

        self.group_field.addWidget(self.group_error)


        self.number_row.addLayout(self.group_field)

        self.number_row.setStretch(0, 10)
        self.number_row.setStretch(1, 19)

        self.facts_layout.addLayout(self.number_row)

        self.kind_row = QHBoxLayout()
        self.kind_row.setSpacing(16)
        self.kind_row.setObjectName(u"kind_row")
        self.kind_row.setContentsMargins(0, 0, 0, 0)
        self.kind_of_field = QVBoxLayout()
        self.kind_of_field.setSpacing(0)
        self.kind_of_field.setObjectName(u"kind_of_field")
        self.kind_of_field.setContentsMargins(0, 0, 0, 0)
        self.kind_of_label = QLabel(self.facts)
        self.kind_of_label.setObjectName(u"kind_of_label")
        self.kind_of_label.setMinimumSize(QSize(0, 28))
        self.kind_of_label.setProperty(u"role", u"label")

        self.kind_of_field.addWidget(self.kind_of_label)

        self.kind_of = Choice(self.facts)
        self.kind_of.setObjectName(u"kind_of")

        self.kind_of_field.addWidget(self.kind_of)

        self.kind_of_error = ErrorLine(self.facts)
        self.kind_of_error.setObjectName(u"kind_of_error")

        self.kind_of_field.addWidget(self.kind_of_error)


        self.kind_row.addLayout(self.kind_of_field)

        self.active_from_field = QVBoxLayout()
        self.active_from_field.setSpacing(0)
        self.active_from_field.setObjectName(u"active_from_field")
        self.active_from_field.setContentsMargins(0, 0, 0, 0)
        self.from_set = QCheckBox(self.facts)
        self.from_set.setObjectName(u"from_set")

        self.active_from_field.addWidget(self.from_set)

        self.active_from = DateField(self.facts)
        self.active_from.setObjectName(u"active_from")

        self.active_from_field.addWidget(self.active_from)


        self.kind_row.addLayout(self.active_from_field)

        self.kind_row.setStretch(0, 10)
        self.kind_row.setStretch(1, 19)

        self.facts_layout.addLayout(self.kind_row)

        self.stranger = Banner(self.facts)
        self.stranger.setObjectName(u"stranger")

        self.facts_layout.addWidget(self.stranger)

        self.twin = TwinCard(self.facts)
        self.twin.setObjectName(u"twin")

        self.facts_layout.addWidget(self.twin)

        self.told_apart = QWidget(self.facts)
        self.told_apart.setObjectName(u"told_apart")
        self.told_apart_layout = QHBoxLayout(self.told_apart)
        self.told_apart_layout.setSpacing(8)
        self.told_apart_layout.setObjectName(u"told_apart_layout")
        self.told_apart_layout.setContentsMargins(0, 0, 0, 0)
        self.told_apart_mark = QVBoxLayout()
        self.told_apart_mark.setSpacing(0)
        self.told_apart_mark.setObjectName(u"told_apart_mark")
        self.told_apart_mark.setContentsMargins(0, 0, 0, 0)

        self.told_apart_layout.addLayout(self.told_apart_mark)

        self.told_apart_text = Prose(self.told_apart)
        self.told_apart_text.setObjectName(u"told_apart_text")

        self.told_apart_layout.addWidget(self.told_apart_text)

        self.ask_again = QPushButton(self.told_apart)
        self.ask_again.setObjectName(u"ask_again")
        self.ask_again.setProperty(u"kind", u"inline")
        self.ask_again.setProperty(u"scale", u"small")

        self.told_apart_layout.addWidget(self.ask_again, 0, Qt.AlignmentFlag.AlignTop)

        self.told_apart_layout.setStretch(1, 1)

        self.facts_layout.addWidget(self.told_apart)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.facts_layout.addItem(self.spacer_3)

        self.facts_room.setWidget(self.facts)

        self.Enrol_layout.addWidget(self.facts_room)

        self.Enrol_layout.setStretch(0, 416)
        self.Enrol_layout.setStretch(1, 456)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.number_label.setBuddy(self.number)
        self.group_label.setBuddy(self.group)
        self.kind_of_label.setBuddy(self.kind_of)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.source, self.name)
        QWidget.setTabOrder(self.name, self.number)
        QWidget.setTabOrder(self.number, self.group)
        QWidget.setTabOrder(self.group, self.kind_of)
        QWidget.setTabOrder(self.kind_of, self.from_set)
        QWidget.setTabOrder(self.from_set, self.active_from)

        self.retranslateUi(Enrol)

        QMetaObject.connectSlotsByName(Enrol)
    # setupUi

    def retranslateUi(self, Enrol):
#if QT_CONFIG(accessibility)
        self.source.setAccessibleName(QCoreApplication.translate("Enrol", u"Where the pictures come from", None))
#endif // QT_CONFIG(accessibility)
        self.photos_label.setText(QCoreApplication.translate("Enrol", u"Photos", None))
        self.name_label.setText(QCoreApplication.translate("Enrol", u"Full name", None))
        self.number_label.setText(QCoreApplication.translate("Enrol", u"Number", None))
        self.group_label.setText(QCoreApplication.translate("Enrol", u"Group", None))
        self.kind_of_label.setText(QCoreApplication.translate("Enrol", u"Kind", None))
        self.from_set.setText(QCoreApplication.translate("Enrol", u"First day that counts", None))
#if QT_CONFIG(accessibility)
        self.active_from.setAccessibleName(QCoreApplication.translate("Enrol", u"First day that counts", None))
#endif // QT_CONFIG(accessibility)
        self.ask_again.setText(QCoreApplication.translate("Enrol", u"Ask again", None))
        pass
    # retranslateUi

