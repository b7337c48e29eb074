
################################################################################
## Form generated from reading UI file 'settings_about.ui'
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
    QLabel, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from faceattend.ui.widgets.check_list import CheckList
from faceattend.ui.widgets.chip import Chip
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose

class Ui_SettingsAbout(object):
    def setupUi(self, SettingsAbout):
        if not SettingsAbout.objectName():
            SettingsAbout.setObjectName(u"SettingsAbout")
        self.SettingsAbout_rows = QVBoxLayout(SettingsAbout)
        self.SettingsAbout_rows.setSpacing(0)
        self.SettingsAbout_rows.setObjectName(u"SettingsAbout_rows")
        self.SettingsAbout_rows.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(SettingsAbout)
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

        self.version = QLabel(self.scroll_content)
        self.version.setObjectName(u"version")
        self.version.setProperty(u"tone", u"text2")

        self.scroll_content_rows.addWidget(self.version)

        self.space_3 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_3)

        self.check_card = QFrame(self.scroll_content)
        self.check_card.setObjectName(u"check_card")
        self.check_card.setProperty(u"kind", u"card")
        self.check_card_rows = QVBoxLayout(self.check_card)
        self.check_card_rows.setSpacing(12)
        self.check_card_rows.setObjectName(u"check_card_rows")
        self.check_card_rows.setContentsMargins(20, 16, 20, 16)
        self.row_7 = QHBoxLayout()
        self.row_7.setSpacing(8)
        self.row_7.setObjectName(u"row_7")
        self.row_7.setContentsMargins(0, 0, 0, 0)
        self.qlabel_4 = QLabel(self.check_card)
        self.qlabel_4.setObjectName(u"qlabel_4")
        self.qlabel_4.setProperty(u"role", u"pane")

        self.row_7.addWidget(self.qlabel_4)

        self.space_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_7.addItem(self.space_5)

        self.verdict = Chip(self.check_card)
        self.verdict.setObjectName(u"verdict")

        self.row_7.addWidget(self.verdict)


        self.check_card_rows.addLayout(self.row_7)

        self.check_words = Prose(self.check_card)
        self.check_words.setObjectName(u"check_words")
        self.check_words.setProperty(u"tone", u"text2")

        self.check_card_rows.addWidget(self.check_words)

        self.progress = WorkProgress(self.check_card)
        self.progress.setObjectName(u"progress")

        self.check_card_rows.addWidget(self.progress)

        self.checks = CheckList(self.check_card)
        self.checks.setObjectName(u"checks")

        self.check_card_rows.addWidget(self.checks)

        self.row_14 = QHBoxLayout()
        self.row_14.setSpacing(8)
        self.row_14.setObjectName(u"row_14")
        self.row_14.setContentsMargins(0, 0, 0, 0)
        self.examine = KeyButton(self.check_card)
        self.examine.setObjectName(u"examine")
        self.examine.setProperty(u"kind", u"primary")
        self.examine.setProperty(u"glyph", u"badge-check")

        self.row_14.addWidget(self.examine)

        self.copy = KeyButton(self.check_card)
        self.copy.setObjectName(u"copy")
        self.copy.setProperty(u"glyph", u"clipboard-copy")

        self.row_14.addWidget(self.copy)

        self.space_13 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_14.addItem(self.space_13)


        self.check_card_rows.addLayout(self.row_14)


        self.scroll_content_rows.addWidget(self.check_card)

        self.space_17 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_17)

        self.licence_card = QFrame(self.scroll_content)
        self.licence_card.setObjectName(u"licence_card")
        self.licence_card.setProperty(u"kind", u"card")
        self.licence_card_rows = QVBoxLayout(self.licence_card)
        self.licence_card_rows.setSpacing(12)
        self.licence_card_rows.setObjectName(u"licence_card_rows")
        self.licence_card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_18 = QLabel(self.licence_card)
        self.qlabel_18.setObjectName(u"qlabel_18")
        self.qlabel_18.setProperty(u"role", u"pane")

        self.licence_card_rows.addWidget(self.qlabel_18)

        self.model_licence = Prose(self.licence_card)
        self.model_licence.setObjectName(u"model_licence")
        self.model_licence.setProperty(u"tone", u"text2")

        self.licence_card_rows.addWidget(self.model_licence)

        self.libraries = QWidget(self.licence_card)
        self.libraries.setObjectName(u"libraries")
        self.libraries_grid = QGridLayout(self.libraries)
        self.libraries_grid.setObjectName(u"libraries_grid")
        self.libraries_grid.setHorizontalSpacing(24)
        self.libraries_grid.setVerticalSpacing(4)
        self.libraries_grid.setContentsMargins(0, 0, 0, 0)
        self.libraries_grid.setColumnStretch(2, 1)

        self.licence_card_rows.addWidget(self.libraries)

        self.art_licence = Prose(self.licence_card)
        self.art_licence.setObjectName(u"art_licence")
        self.art_licence.setProperty(u"tone", u"text2")

        self.licence_card_rows.addWidget(self.art_licence)


        self.scroll_content_rows.addWidget(self.licence_card)

        self.space_25 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.scroll_content_rows.addItem(self.space_25)

        self.scroll.setWidget(self.scroll_content)

        self.SettingsAbout_rows.addWidget(self.scroll)


        self.retranslateUi(SettingsAbout)

        QMetaObject.connectSlotsByName(SettingsAbout)
    # setupUi

    def retranslateUi(self, SettingsAbout):
        self.qlabel_1.setText(QCoreApplication.translate("SettingsAbout", u"About this station", None))
        self.version.setText("")
        self.qlabel_4.setText(QCoreApplication.translate("SettingsAbout", u"Is everything sound?", None))
        self.check_words.setText(QCoreApplication.translate("SettingsAbout", u"Versions, key, database, models, graphics card and cameras are looked at one after the other. Nothing is changed.", None))
        self.examine.setText(QCoreApplication.translate("SettingsAbout", u"Check everything", None))
        self.copy.setText(QCoreApplication.translate("SettingsAbout", u"Copy report", None))
        self.qlabel_18.setText(QCoreApplication.translate("SettingsAbout", u"Licences", None))
        self.model_licence.setText("")
        self.art_licence.setText(QCoreApplication.translate("SettingsAbout", u"Icons: Lucide (ISC). Typeface: Inter (OFL 1.1). FaceAttend itself: MIT.", None))
        pass
    # retranslateUi

