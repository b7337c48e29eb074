
################################################################################
## Form generated from reading UI file 'people_detail.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from faceattend.ui.pages.people_photos import PhotoGrid
from faceattend.ui.widgets.avatar import RoundFace
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.chip import Chip
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose

class Ui_PersonDetail(object):
    def setupUi(self, PersonDetail):
        if not PersonDetail.objectName():
            PersonDetail.setObjectName(u"PersonDetail")
        PersonDetail.setProperty(u"kind", u"pane")
        self.PersonDetail_layout = QVBoxLayout(PersonDetail)
        self.PersonDetail_layout.setSpacing(0)
        self.PersonDetail_layout.setObjectName(u"PersonDetail_layout")
        self.PersonDetail_layout.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(PersonDetail)
        self.stack.setObjectName(u"stack")
        self.nobody_side = QWidget()
        self.nobody_side.setObjectName(u"nobody_side")
        self.nobody_side_layout = QVBoxLayout(self.nobody_side)
        self.nobody_side_layout.setSpacing(0)
        self.nobody_side_layout.setObjectName(u"nobody_side_layout")
        self.nobody_side_layout.setContentsMargins(0, 0, 0, 0)
        self.nobody = EmptyState(self.nobody_side)
        self.nobody.setObjectName(u"nobody")

        self.nobody_side_layout.addWidget(self.nobody)

        self.stack.addWidget(self.nobody_side)
        self.person_side = QWidget()
        self.person_side.setObjectName(u"person_side")
        self.person_side_layout = QVBoxLayout(self.person_side)
        self.person_side_layout.setSpacing(0)
        self.person_side_layout.setObjectName(u"person_side_layout")
        self.person_side_layout.setContentsMargins(0, 0, 0, 0)
        self.top = QWidget(self.person_side)
        self.top.setObjectName(u"top")
        self.top.setMaximumSize(QSize(720, 16777215))
        self.top_layout = QVBoxLayout(self.top)
        self.top_layout.setSpacing(16)
        self.top_layout.setObjectName(u"top_layout")
        self.top_layout.setContentsMargins(24, 24, 24, 12)
        self.back_button = KeyButton(self.top)
        self.back_button.setObjectName(u"back_button")
        self.back_button.setProperty(u"kind", u"quiet")
        self.back_button.setProperty(u"glyph", u"arrow-left")
        self.back_button.setProperty(u"key", u"Esc")

        self.top_layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)

        self.who = QHBoxLayout()
        self.who.setSpacing(16)
        self.who.setObjectName(u"who")
        self.who.setContentsMargins(0, 0, 0, 0)
        self.face = RoundFace(self.top)
        self.face.setObjectName(u"face")
        self.face.setMinimumSize(QSize(64, 64))
        self.face.setMaximumSize(QSize(64, 64))

        self.who.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)

        self.who_lines = QVBoxLayout()
        self.who_lines.setSpacing(2)
        self.who_lines.setObjectName(u"who_lines")
        self.who_lines.setContentsMargins(0, 0, 0, 0)
        self.name = QLabel(self.top)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"role", u"title")
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.who_lines.addWidget(self.name)

        self.second = QLabel(self.top)
        self.second.setObjectName(u"second")
        self.second.setProperty(u"role", u"second")
        self.second.setWordWrap(True)

        self.who_lines.addWidget(self.second)

        self.chip = Chip(self.top)
        self.chip.setObjectName(u"chip")

        self.who_lines.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeading)


        self.who.addLayout(self.who_lines)


        self.top_layout.addLayout(self.who)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.edit_button = KeyButton(self.top)
        self.edit_button.setObjectName(u"edit_button")
        self.edit_button.setProperty(u"kind", u"secondary")
        self.edit_button.setProperty(u"glyph", u"pencil")

        self.actions.addWidget(self.edit_button)

        self.add_button = KeyButton(self.top)
        self.add_button.setObjectName(u"add_button")
        self.add_button.setProperty(u"kind", u"secondary")
        self.add_button.setProperty(u"glyph", u"camera")

        self.actions.addWidget(self.add_button)

        self.more_button = KeyButton(self.top)
        self.more_button.setObjectName(u"more_button")
        self.more_button.setProperty(u"kind", u"secondary")
        self.more_button.setProperty(u"shape", u"icon")
        self.more_button.setProperty(u"glyph", u"ellipsis")

        self.actions.addWidget(self.more_button)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_1)


        self.top_layout.addLayout(self.actions)


        self.person_side_layout.addWidget(self.top)

        self.scroll = QScrollArea(self.person_side)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.body.setObjectName(u"body")
        self.body.setMaximumSize(QSize(720, 16777215))
        self.body_layout = QVBoxLayout(self.body)
        self.body_layout.setSpacing(8)
        self.body_layout.setObjectName(u"body_layout")
        self.body_layout.setContentsMargins(24, 4, 24, 24)
        self.photos_head = QHBoxLayout()
        self.photos_head.setSpacing(0)
        self.photos_head.setObjectName(u"photos_head")
        self.photos_head.setContentsMargins(0, 0, 0, 0)
        self.photos_title = QLabel(self.body)
        self.photos_title.setObjectName(u"photos_title")
        self.photos_title.setProperty(u"role", u"problem")

        self.photos_head.addWidget(self.photos_title)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.photos_head.addItem(self.spacer_2)

        self.photos_count = QLabel(self.body)
        self.photos_count.setObjectName(u"photos_count")
        self.photos_count.setProperty(u"role", u"second")

        self.photos_head.addWidget(self.photos_count)


        self.body_layout.addLayout(self.photos_head)

        self.photos = PhotoGrid(self.body)
        self.photos.setObjectName(u"photos")

        self.body_layout.addWidget(self.photos)

        self.no_photos = Prose(self.body)
        self.no_photos.setObjectName(u"no_photos")

        self.body_layout.addWidget(self.no_photos)

        self.busy = QLabel(self.body)
        self.busy.setObjectName(u"busy")
        self.busy.setProperty(u"role", u"second")
        self.busy.setWordWrap(True)

        self.body_layout.addWidget(self.busy)

        self.refused = Banner(self.body)
        self.refused.setObjectName(u"refused")

        self.body_layout.addWidget(self.refused)

        self.aside = QWidget(self.body)
        self.aside.setObjectName(u"aside")
        self.aside_layout = QVBoxLayout(self.aside)
        self.aside_layout.setSpacing(8)
        self.aside_layout.setObjectName(u"aside_layout")
        self.aside_layout.setContentsMargins(0, 0, 0, 0)

        self.body_layout.addWidget(self.aside)

        self.alike_side = QWidget(self.body)
        self.alike_side.setObjectName(u"alike_side")
        self.alike_side_layout = QVBoxLayout(self.alike_side)
        self.alike_side_layout.setSpacing(8)
        self.alike_side_layout.setObjectName(u"alike_side_layout")
        self.alike_side_layout.setContentsMargins(0, 0, 0, 0)
        self.spacer_3 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.alike_side_layout.addItem(self.spacer_3)

        self.alike_title = QLabel(self.alike_side)
        self.alike_title.setObjectName(u"alike_title")
        self.alike_title.setProperty(u"role", u"problem")

        self.alike_side_layout.addWidget(self.alike_title)

        self.alike_card = QFrame(self.alike_side)
        self.alike_card.setObjectName(u"alike_card")
        self.alike_card.setProperty(u"kind", u"note-warn")
        self.alike_card_layout = QHBoxLayout(self.alike_card)
        self.alike_card_layout.setSpacing(12)
        self.alike_card_layout.setObjectName(u"alike_card_layout")
        self.alike_card_layout.setContentsMargins(12, 12, 12, 12)
        self.alike_face = RoundFace(self.alike_card)
        self.alike_face.setObjectName(u"alike_face")
        self.alike_face.setMinimumSize(QSize(40, 40))
        self.alike_face.setMaximumSize(QSize(40, 40))

        self.alike_card_layout.addWidget(self.alike_face, 0, Qt.AlignmentFlag.AlignTop)

        self.alike_lines = QVBoxLayout()
        self.alike_lines.setSpacing(4)
        self.alike_lines.setObjectName(u"alike_lines")
        self.alike_lines.setContentsMargins(0, 0, 0, 0)
        self.alike_name = QLabel(self.alike_card)
        self.alike_name.setObjectName(u"alike_name")
        self.alike_name.setProperty(u"role", u"problem")
        self.alike_name.setWordWrap(True)

        self.alike_lines.addWidget(self.alike_name)

        self.alike_words = Prose(self.alike_card)
        self.alike_words.setObjectName(u"alike_words")

        self.alike_lines.addWidget(self.alike_words)

        self.alike_button = QPushButton(self.alike_card)
        self.alike_button.setObjectName(u"alike_button")
        self.alike_button.setProperty(u"kind", u"inline")

        self.alike_lines.addWidget(self.alike_button, 0, Qt.AlignmentFlag.AlignLeading)


        self.alike_card_layout.addLayout(self.alike_lines)


        self.alike_side_layout.addWidget(self.alike_card)


        self.body_layout.addWidget(self.alike_side)

        self.seen_side = QWidget(self.body)
        self.seen_side.setObjectName(u"seen_side")
        self.seen_side_layout = QVBoxLayout(self.seen_side)
        self.seen_side_layout.setSpacing(8)
        self.seen_side_layout.setObjectName(u"seen_side_layout")
        self.seen_side_layout.setContentsMargins(0, 0, 0, 0)
        self.spacer_4 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.seen_side_layout.addItem(self.spacer_4)

        self.seen_title = QLabel(self.seen_side)
        self.seen_title.setObjectName(u"seen_title")
        self.seen_title.setProperty(u"role", u"problem")

        self.seen_side_layout.addWidget(self.seen_title)

        self.never_seen = QLabel(self.seen_side)
        self.never_seen.setObjectName(u"never_seen")
        self.never_seen.setProperty(u"role", u"text2")

        self.seen_side_layout.addWidget(self.never_seen)

        self.seen_grid = QGridLayout()
        self.seen_grid.setObjectName(u"seen_grid")
        self.seen_grid.setHorizontalSpacing(8)
        self.seen_grid.setVerticalSpacing(8)
        self.seen_grid.setContentsMargins(0, 0, 0, 0)

        self.seen_side_layout.addLayout(self.seen_grid)


        self.body_layout.addWidget(self.seen_side)

        self.alike_trouble = Prose(self.body)
        self.alike_trouble.setObjectName(u"alike_trouble")

        self.body_layout.addWidget(self.alike_trouble)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body_layout.addItem(self.spacer_5)

        self.scroll.setWidget(self.body)

        self.person_side_layout.addWidget(self.scroll)

        self.stack.addWidget(self.person_side)

        self.PersonDetail_layout.addWidget(self.stack)

        QWidget.setTabOrder(self.back_button, self.edit_button)
        QWidget.setTabOrder(self.edit_button, self.add_button)
        QWidget.setTabOrder(self.add_button, self.more_button)
        QWidget.setTabOrder(self.more_button, self.photos)
        QWidget.setTabOrder(self.photos, self.alike_button)

        self.retranslateUi(PersonDetail)

        QMetaObject.connectSlotsByName(PersonDetail)
    # setupUi

    def retranslateUi(self, PersonDetail):
        self.back_button.setText(QCoreApplication.translate("PersonDetail", u"All people", None))
        self.edit_button.setText(QCoreApplication.translate("PersonDetail", u"Edit", None))
        self.add_button.setText(QCoreApplication.translate("PersonDetail", u"Add photos", None))
#if QT_CONFIG(accessibility)
        self.more_button.setAccessibleName(QCoreApplication.translate("PersonDetail", u"More about this person", None))
#endif // QT_CONFIG(accessibility)
        self.photos_title.setText(QCoreApplication.translate("PersonDetail", u"Reference photos", None))
#if QT_CONFIG(accessibility)
        self.photos.setAccessibleName(QCoreApplication.translate("PersonDetail", u"Reference photos", None))
#endif // QT_CONFIG(accessibility)
        self.alike_title.setText(QCoreApplication.translate("PersonDetail", u"Looks like someone else", None))
        self.alike_button.setText(QCoreApplication.translate("PersonDetail", u"Look at this person", None))
        self.seen_title.setText(QCoreApplication.translate("PersonDetail", u"Last seen", None))
        self.never_seen.setText(QCoreApplication.translate("PersonDetail", u"Never seen by a camera.", None))
        pass
    # retranslateUi

