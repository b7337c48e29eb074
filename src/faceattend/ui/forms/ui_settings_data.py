
################################################################################
## Form generated from reading UI file 'settings_data.ui'
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

from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.skeleton import Skeleton

class Ui_SettingsData(object):
    def setupUi(self, SettingsData):
        if not SettingsData.objectName():
            SettingsData.setObjectName(u"SettingsData")
        self.SettingsData_rows = QVBoxLayout(SettingsData)
        self.SettingsData_rows.setSpacing(0)
        self.SettingsData_rows.setObjectName(u"SettingsData_rows")
        self.SettingsData_rows.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(SettingsData)
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
        self.folder_card = QFrame(self.all)
        self.folder_card.setObjectName(u"folder_card")
        self.folder_card.setProperty(u"kind", u"card")
        self.folder_card_rows = QVBoxLayout(self.folder_card)
        self.folder_card_rows.setSpacing(12)
        self.folder_card_rows.setObjectName(u"folder_card_rows")
        self.folder_card_rows.setContentsMargins(20, 16, 20, 16)
        self.grid_12 = QGridLayout()
        self.grid_12.setObjectName(u"grid_12")
        self.grid_12.setHorizontalSpacing(24)
        self.grid_12.setVerticalSpacing(8)
        self.grid_12.setContentsMargins(0, 0, 0, 0)
        self.qlabel_6 = QLabel(self.folder_card)
        self.qlabel_6.setObjectName(u"qlabel_6")
        self.qlabel_6.setProperty(u"role", u"label")

        self.grid_12.addWidget(self.qlabel_6, 0, 0, 1, 1)

        self.where = QLabel(self.folder_card)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.grid_12.addWidget(self.where, 0, 1, 1, 1)

        self.qlabel_8 = QLabel(self.folder_card)
        self.qlabel_8.setObjectName(u"qlabel_8")
        self.qlabel_8.setProperty(u"role", u"label")

        self.grid_12.addWidget(self.qlabel_8, 1, 0, 1, 1)

        self.takes = QLabel(self.folder_card)
        self.takes.setObjectName(u"takes")
        self.takes.setWordWrap(True)
        self.takes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.grid_12.addWidget(self.takes, 1, 1, 1, 1)

        self.qlabel_10 = QLabel(self.folder_card)
        self.qlabel_10.setObjectName(u"qlabel_10")
        self.qlabel_10.setProperty(u"role", u"label")

        self.grid_12.addWidget(self.qlabel_10, 2, 0, 1, 1)

        self.waiting = QLabel(self.folder_card)
        self.waiting.setObjectName(u"waiting")
        self.waiting.setWordWrap(True)
        self.waiting.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.grid_12.addWidget(self.waiting, 2, 1, 1, 1)

        self.grid_12.setColumnStretch(1, 1)
        self.grid_12.setColumnMinimumWidth(0, 148)

        self.folder_card_rows.addLayout(self.grid_12)

        self.row_16 = QHBoxLayout()
        self.row_16.setSpacing(8)
        self.row_16.setObjectName(u"row_16")
        self.row_16.setContentsMargins(0, 0, 0, 0)
        self.open_folder = KeyButton(self.folder_card)
        self.open_folder.setObjectName(u"open_folder")
        self.open_folder.setProperty(u"glyph", u"folder-open")

        self.row_16.addWidget(self.open_folder)

        self.open_logs = KeyButton(self.folder_card)
        self.open_logs.setObjectName(u"open_logs")
        self.open_logs.setProperty(u"glyph", u"file-text")

        self.row_16.addWidget(self.open_logs)

        self.space_15 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_16.addItem(self.space_15)


        self.folder_card_rows.addLayout(self.row_16)


        self.all_rows.addWidget(self.folder_card)

        self.key_card = QFrame(self.all)
        self.key_card.setObjectName(u"key_card")
        self.key_card.setProperty(u"kind", u"card")
        self.key_card_rows = QVBoxLayout(self.key_card)
        self.key_card_rows.setSpacing(12)
        self.key_card_rows.setObjectName(u"key_card_rows")
        self.key_card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_19 = QLabel(self.key_card)
        self.qlabel_19.setObjectName(u"qlabel_19")
        self.qlabel_19.setProperty(u"role", u"pane")

        self.key_card_rows.addWidget(self.qlabel_19)

        self.grid_22 = QGridLayout()
        self.grid_22.setObjectName(u"grid_22")
        self.grid_22.setHorizontalSpacing(24)
        self.grid_22.setVerticalSpacing(8)
        self.grid_22.setContentsMargins(0, 0, 0, 0)
        self.qlabel_20 = QLabel(self.key_card)
        self.qlabel_20.setObjectName(u"qlabel_20")
        self.qlabel_20.setProperty(u"role", u"label")

        self.grid_22.addWidget(self.qlabel_20, 0, 0, 1, 1)

        self.key_place = QLabel(self.key_card)
        self.key_place.setObjectName(u"key_place")
        self.key_place.setWordWrap(True)
        self.key_place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.grid_22.addWidget(self.key_place, 0, 1, 1, 1)

        self.grid_22.setColumnStretch(1, 1)
        self.grid_22.setColumnMinimumWidth(0, 148)

        self.key_card_rows.addLayout(self.grid_22)

        self.key_warning = Banner(self.key_card)
        self.key_warning.setObjectName(u"key_warning")

        self.key_card_rows.addWidget(self.key_warning)

        self.copy_part = QWidget(self.key_card)
        self.copy_part.setObjectName(u"copy_part")
        self.copy_row = QHBoxLayout(self.copy_part)
        self.copy_row.setSpacing(12)
        self.copy_row.setObjectName(u"copy_row")
        self.copy_row.setContentsMargins(0, 0, 0, 0)
        self.copy = KeyButton(self.copy_part)
        self.copy.setObjectName(u"copy")

        self.copy_row.addWidget(self.copy)

        self.copied = Prose(self.copy_part)
        self.copied.setObjectName(u"copied")
        self.copied.setProperty(u"tone", u"text2")

        self.copy_row.addWidget(self.copied)

        self.copy_row.setStretch(1, 1)

        self.key_card_rows.addWidget(self.copy_part)


        self.all_rows.addWidget(self.key_card)

        self.database_card = QFrame(self.all)
        self.database_card.setObjectName(u"database_card")
        self.database_card.setProperty(u"kind", u"card")
        self.database_card_rows = QVBoxLayout(self.database_card)
        self.database_card_rows.setSpacing(12)
        self.database_card_rows.setObjectName(u"database_card_rows")
        self.database_card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_26 = QLabel(self.database_card)
        self.qlabel_26.setObjectName(u"qlabel_26")
        self.qlabel_26.setProperty(u"role", u"pane")

        self.database_card_rows.addWidget(self.qlabel_26)

        self.database_state = Prose(self.database_card)
        self.database_state.setObjectName(u"database_state")
        self.database_state.setProperty(u"tone", u"text2")

        self.database_card_rows.addWidget(self.database_state)

        self.checking = WorkProgress(self.database_card)
        self.checking.setObjectName(u"checking")

        self.database_card_rows.addWidget(self.checking)

        self.row_31 = QHBoxLayout()
        self.row_31.setSpacing(8)
        self.row_31.setObjectName(u"row_31")
        self.row_31.setContentsMargins(0, 0, 0, 0)
        self.check = KeyButton(self.database_card)
        self.check.setObjectName(u"check")
        self.check.setProperty(u"glyph", u"database")

        self.row_31.addWidget(self.check)

        self.space_30 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_31.addItem(self.space_30)


        self.database_card_rows.addLayout(self.row_31)


        self.all_rows.addWidget(self.database_card)

        self.back_up_card = QFrame(self.all)
        self.back_up_card.setObjectName(u"back_up_card")
        self.back_up_card.setProperty(u"kind", u"card")
        self.back_up_card_rows = QVBoxLayout(self.back_up_card)
        self.back_up_card_rows.setSpacing(12)
        self.back_up_card_rows.setObjectName(u"back_up_card_rows")
        self.back_up_card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_34 = QLabel(self.back_up_card)
        self.qlabel_34.setObjectName(u"qlabel_34")
        self.qlabel_34.setProperty(u"role", u"pane")

        self.back_up_card_rows.addWidget(self.qlabel_34)

        self.back_up_words = Prose(self.back_up_card)
        self.back_up_words.setObjectName(u"back_up_words")
        self.back_up_words.setProperty(u"tone", u"text2")

        self.back_up_card_rows.addWidget(self.back_up_words)

        self.back_ups = QWidget(self.back_up_card)
        self.back_ups.setObjectName(u"back_ups")
        self.back_ups_rows = QVBoxLayout(self.back_ups)
        self.back_ups_rows.setSpacing(4)
        self.back_ups_rows.setObjectName(u"back_ups_rows")
        self.back_ups_rows.setContentsMargins(0, 0, 0, 0)

        self.back_up_card_rows.addWidget(self.back_ups)


        self.all_rows.addWidget(self.back_up_card)


        self.scroll_content_rows.addWidget(self.all)

        self.space_42 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.scroll_content_rows.addItem(self.space_42)

        self.scroll.setWidget(self.scroll_content)

        self.SettingsData_rows.addWidget(self.scroll)


        self.retranslateUi(SettingsData)

        QMetaObject.connectSlotsByName(SettingsData)
    # setupUi

    def retranslateUi(self, SettingsData):
        self.qlabel_1.setText(QCoreApplication.translate("SettingsData", u"Data folder", None))
        self.qlabel_2.setText(QCoreApplication.translate("SettingsData", u"Everything this station keeps is in one folder.", None))
        self.qlabel_6.setText(QCoreApplication.translate("SettingsData", u"Where", None))
        self.where.setText("")
        self.qlabel_8.setText(QCoreApplication.translate("SettingsData", u"Takes", None))
        self.takes.setText("")
        self.qlabel_10.setText(QCoreApplication.translate("SettingsData", u"Waiting for the database", None))
        self.waiting.setText("")
        self.open_folder.setText(QCoreApplication.translate("SettingsData", u"Open folder", None))
        self.open_logs.setText(QCoreApplication.translate("SettingsData", u"Open log files", None))
        self.qlabel_19.setText(QCoreApplication.translate("SettingsData", u"Encryption key", None))
        self.qlabel_20.setText(QCoreApplication.translate("SettingsData", u"Kept in", None))
        self.key_place.setText("")
        self.copy.setText(QCoreApplication.translate("SettingsData", u"Save a copy of the key\u2026", None))
        self.qlabel_26.setText(QCoreApplication.translate("SettingsData", u"Database", None))
        self.database_state.setText("")
        self.check.setText(QCoreApplication.translate("SettingsData", u"Check database", None))
        self.qlabel_34.setText(QCoreApplication.translate("SettingsData", u"Back-ups", None))
        self.back_up_words.setText(QCoreApplication.translate("SettingsData", u"A copy of the database is made before a new version changes it. The newest are kept.", None))
        pass
    # retranslateUi

