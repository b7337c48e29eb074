
################################################################################
## Form generated from reading UI file 'settings_recognition.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QScrollArea, QSizePolicy, QSlider, QSpacerItem,
    QVBoxLayout, QWidget)

from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.inputs import Choice
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.skeleton import Skeleton

class Ui_SettingsRecognition(object):
    def setupUi(self, SettingsRecognition):
        if not SettingsRecognition.objectName():
            SettingsRecognition.setObjectName(u"SettingsRecognition")
        self.SettingsRecognition_rows = QVBoxLayout(SettingsRecognition)
        self.SettingsRecognition_rows.setSpacing(0)
        self.SettingsRecognition_rows.setObjectName(u"SettingsRecognition_rows")
        self.SettingsRecognition_rows.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(SettingsRecognition)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_content = QWidget()
        self.scroll_content.setObjectName(u"scroll_content")
        self.scroll_content.setMaximumSize(QSize(840, 16777215))
        self.scroll_content_rows = QVBoxLayout(self.scroll_content)
        self.scroll_content_rows.setSpacing(4)
        self.scroll_content_rows.setObjectName(u"scroll_content_rows")
        self.scroll_content_rows.setContentsMargins(24, 16, 24, 24)
        self.qlabel_1 = QLabel(self.scroll_content)
        self.qlabel_1.setObjectName(u"qlabel_1")
        self.qlabel_1.setProperty(u"role", u"title")
        self.qlabel_1.setMinimumSize(QSize(0, 32))

        self.scroll_content_rows.addWidget(self.qlabel_1)

        self.qlabel_2 = QLabel(self.scroll_content)
        self.qlabel_2.setObjectName(u"qlabel_2")
        self.qlabel_2.setProperty(u"tone", u"text2")
        self.qlabel_2.setWordWrap(True)

        self.scroll_content_rows.addWidget(self.qlabel_2)

        self.space_3 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_3)

        self.skeleton = Skeleton(self.scroll_content)
        self.skeleton.setObjectName(u"skeleton")

        self.scroll_content_rows.addWidget(self.skeleton)

        self.trouble = Banner(self.scroll_content)
        self.trouble.setObjectName(u"trouble")

        self.scroll_content_rows.addWidget(self.trouble)

        self.all = QWidget(self.scroll_content)
        self.all.setObjectName(u"all")
        self.all_rows = QVBoxLayout(self.all)
        self.all_rows.setSpacing(16)
        self.all_rows.setObjectName(u"all_rows")
        self.all_rows.setContentsMargins(0, 0, 0, 0)
        self.pack_card = QFrame(self.all)
        self.pack_card.setObjectName(u"pack_card")
        self.pack_card.setProperty(u"kind", u"card")
        self.pack_card_rows = QVBoxLayout(self.pack_card)
        self.pack_card_rows.setSpacing(12)
        self.pack_card_rows.setObjectName(u"pack_card_rows")
        self.pack_card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_6 = QLabel(self.pack_card)
        self.qlabel_6.setObjectName(u"qlabel_6")
        self.qlabel_6.setProperty(u"role", u"pane")

        self.pack_card_rows.addWidget(self.qlabel_6)

        self.in_use = Prose(self.pack_card)
        self.in_use.setObjectName(u"in_use")
        self.in_use.setProperty(u"tone", u"text2")

        self.pack_card_rows.addWidget(self.in_use)

        self.packs = QWidget(self.pack_card)
        self.packs.setObjectName(u"packs")
        self.packs_rows = QVBoxLayout(self.packs)
        self.packs_rows.setSpacing(0)
        self.packs_rows.setObjectName(u"packs_rows")
        self.packs_rows.setContentsMargins(0, 0, 0, 0)

        self.pack_card_rows.addWidget(self.packs)

        self.row_12 = QHBoxLayout()
        self.row_12.setSpacing(8)
        self.row_12.setObjectName(u"row_12")
        self.row_12.setContentsMargins(0, 0, 0, 0)
        self.folder = KeyButton(self.pack_card)
        self.folder.setObjectName(u"folder")
        self.folder.setProperty(u"glyph", u"folder-open")

        self.row_12.addWidget(self.folder)

        self.space_11 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_12.addItem(self.space_11)


        self.pack_card_rows.addLayout(self.row_12)

        self.fetching = WorkProgress(self.pack_card)
        self.fetching.setObjectName(u"fetching")

        self.pack_card_rows.addWidget(self.fetching)

        self.pack_means = Banner(self.pack_card)
        self.pack_means.setObjectName(u"pack_means")

        self.pack_card_rows.addWidget(self.pack_means)


        self.all_rows.addWidget(self.pack_card)

        self.likeness_card = QFrame(self.all)
        self.likeness_card.setObjectName(u"likeness_card")
        self.likeness_card.setProperty(u"kind", u"card")
        self.likeness_card_rows = QVBoxLayout(self.likeness_card)
        self.likeness_card_rows.setSpacing(12)
        self.likeness_card_rows.setObjectName(u"likeness_card_rows")
        self.likeness_card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_17 = QLabel(self.likeness_card)
        self.qlabel_17.setObjectName(u"qlabel_17")
        self.qlabel_17.setProperty(u"role", u"pane")

        self.likeness_card_rows.addWidget(self.qlabel_17)

        self.steps = QSlider(self.likeness_card)
        self.steps.setObjectName(u"steps")
        self.steps.setOrientation(Qt.Orientation.Horizontal)
        self.steps.setMinimum(0)
        self.steps.setMaximum(4)
        self.steps.setPageStep(1)

        self.likeness_card_rows.addWidget(self.steps)

        self.step_words = QWidget(self.likeness_card)
        self.step_words.setObjectName(u"step_words")
        self.step_words_row = QHBoxLayout(self.step_words)
        self.step_words_row.setSpacing(0)
        self.step_words_row.setObjectName(u"step_words_row")
        self.step_words_row.setContentsMargins(0, 0, 0, 0)

        self.likeness_card_rows.addWidget(self.step_words)

        self.step = QLabel(self.likeness_card)
        self.step.setObjectName(u"step")
        self.step.setProperty(u"role", u"name")

        self.likeness_card_rows.addWidget(self.step)

        self.consequence = Prose(self.likeness_card)
        self.consequence.setObjectName(u"consequence")
        self.consequence.setProperty(u"tone", u"text2")

        self.likeness_card_rows.addWidget(self.consequence)


        self.all_rows.addWidget(self.likeness_card)

        self.provider_card = QFrame(self.all)
        self.provider_card.setObjectName(u"provider_card")
        self.provider_card.setProperty(u"kind", u"card")
        self.provider_card_rows = QVBoxLayout(self.provider_card)
        self.provider_card_rows.setSpacing(12)
        self.provider_card_rows.setObjectName(u"provider_card_rows")
        self.provider_card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_25 = QLabel(self.provider_card)
        self.qlabel_25.setObjectName(u"qlabel_25")
        self.qlabel_25.setProperty(u"role", u"pane")

        self.provider_card_rows.addWidget(self.qlabel_25)

        self.provider_row = QWidget(self.provider_card)
        self.provider_row.setObjectName(u"provider_row")
        self.provider_row_row = QHBoxLayout(self.provider_row)
        self.provider_row_row.setSpacing(8)
        self.provider_row_row.setObjectName(u"provider_row_row")
        self.provider_row_row.setContentsMargins(0, 0, 0, 0)
        self.provider = Choice(self.provider_row)
        self.provider.setObjectName(u"provider")
        self.provider.setMinimumSize(QSize(240, 0))

        self.provider_row_row.addWidget(self.provider)

        self.space_27 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.provider_row_row.addItem(self.space_27)


        self.provider_card_rows.addWidget(self.provider_row)

        self.provider_words = Prose(self.provider_card)
        self.provider_words.setObjectName(u"provider_words")
        self.provider_words.setProperty(u"tone", u"text2")

        self.provider_card_rows.addWidget(self.provider_words)


        self.all_rows.addWidget(self.provider_card)


        self.scroll_content_rows.addWidget(self.all)

        self.space_35 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.scroll_content_rows.addItem(self.space_35)

        self.scroll.setWidget(self.scroll_content)

        self.SettingsRecognition_rows.addWidget(self.scroll)

        self.foot = QFrame(SettingsRecognition)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"kind", u"foot")
        self.foot.setMinimumSize(QSize(0, 64))
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_row.setSpacing(8)
        self.foot_row.setObjectName(u"foot_row")
        self.foot_row.setContentsMargins(24, 0, 24, 0)
        self.waiting = QLabel(self.foot)
        self.waiting.setObjectName(u"waiting")
        self.waiting.setProperty(u"tone", u"text2")
        self.waiting.setWordWrap(True)

        self.foot_row.addWidget(self.waiting)

        self.save = KeyButton(self.foot)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")

        self.foot_row.addWidget(self.save)

        self.foot_row.setStretch(0, 1)

        self.SettingsRecognition_rows.addWidget(self.foot)

        self.SettingsRecognition_rows.setStretch(0, 1)

        self.retranslateUi(SettingsRecognition)

        QMetaObject.connectSlotsByName(SettingsRecognition)
    # setupUi

    def retranslateUi(self, SettingsRecognition):
        self.qlabel_1.setText(QCoreApplication.translate("SettingsRecognition", u"Recognition", None))
        self.qlabel_2.setText(QCoreApplication.translate("SettingsRecognition", u"Which models read the faces, and how much likeness is asked for before a name is said.", None))
        self.qlabel_6.setText(QCoreApplication.translate("SettingsRecognition", u"Model pack", None))
        self.in_use.setText("")
        self.folder.setText(QCoreApplication.translate("SettingsRecognition", u"Use a folder of mine\u2026", None))
        self.qlabel_17.setText(QCoreApplication.translate("SettingsRecognition", u"How much likeness is asked for", None))
#if QT_CONFIG(accessibility)
        self.steps.setAccessibleName(QCoreApplication.translate("SettingsRecognition", u"How much likeness is asked for", None))
#endif // QT_CONFIG(accessibility)
        self.step.setText("")
        self.consequence.setText("")
        self.qlabel_25.setText(QCoreApplication.translate("SettingsRecognition", u"Computed on", None))
#if QT_CONFIG(accessibility)
        self.provider.setAccessibleName(QCoreApplication.translate("SettingsRecognition", u"Computed on", None))
#endif // QT_CONFIG(accessibility)
        self.provider_words.setText("")
        self.waiting.setText("")
        self.save.setText(QCoreApplication.translate("SettingsRecognition", u"Save", None))
        pass
    # retranslateUi

