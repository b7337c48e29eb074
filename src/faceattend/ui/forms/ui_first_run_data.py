
################################################################################
## Form generated from reading UI file 'first_run_data.ui'
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
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from faceattend.ui.widgets.advice_note import AdviceNote
from faceattend.ui.widgets.choice_card import ChoiceCard
from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.verdicts import Verdicts

class Ui_FirstRunData(object):
    def setupUi(self, FirstRunData):
        if not FirstRunData.objectName():
            FirstRunData.setObjectName(u"FirstRunData")
        self.rows = QVBoxLayout(FirstRunData)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.folder_title = QLabel(FirstRunData)
        self.folder_title.setObjectName(u"folder_title")
        self.folder_title.setProperty(u"role", u"label")

        self.rows.addWidget(self.folder_title)

        self.space_1 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_1)

        self.folder_card = QFrame(FirstRunData)
        self.folder_card.setObjectName(u"folder_card")
        self.folder_card.setProperty(u"kind", u"card")
        self.folder_row = QHBoxLayout(self.folder_card)
        self.folder_row.setSpacing(12)
        self.folder_row.setObjectName(u"folder_row")
        self.folder_row.setContentsMargins(16, 11, 12, 11)
        self.folder_words = QVBoxLayout()
        self.folder_words.setSpacing(2)
        self.folder_words.setObjectName(u"folder_words")
        self.folder_words.setContentsMargins(0, 0, 0, 0)
        self.folder = QLabel(self.folder_card)
        self.folder.setObjectName(u"folder")
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder.setProperty(u"role", u"name")

        self.folder_words.addWidget(self.folder)

        self.folder_said = Prose(self.folder_card)
        self.folder_said.setObjectName(u"folder_said")
        self.folder_said.setProperty(u"tone", u"text2")

        self.folder_words.addWidget(self.folder_said)


        self.folder_row.addLayout(self.folder_words)

        self.change = KeyButton(self.folder_card)
        self.change.setObjectName(u"change")

        self.folder_row.addWidget(self.change)

        self.folder_row.setStretch(0, 1)

        self.rows.addWidget(self.folder_card)

        self.space_2 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_2)

        self.key_title = QLabel(FirstRunData)
        self.key_title.setObjectName(u"key_title")
        self.key_title.setProperty(u"role", u"label")

        self.rows.addWidget(self.key_title)

        self.space_3 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_3)

        self.keys = QWidget(FirstRunData)
        self.keys.setObjectName(u"keys")
        self.keys_rows = QVBoxLayout(self.keys)
        self.keys_rows.setSpacing(8)
        self.keys_rows.setObjectName(u"keys_rows")
        self.keys_rows.setContentsMargins(0, 0, 0, 0)
        self.keyring = ChoiceCard(self.keys)
        self.keyring.setObjectName(u"keyring")

        self.keys_rows.addWidget(self.keyring)

        self.file = ChoiceCard(self.keys)
        self.file.setObjectName(u"file")

        self.keys_rows.addWidget(self.file)


        self.rows.addWidget(self.keys)

        self.path_part = QWidget(FirstRunData)
        self.path_part.setObjectName(u"path_part")
        self.path_rows = QVBoxLayout(self.path_part)
        self.path_rows.setSpacing(4)
        self.path_rows.setObjectName(u"path_rows")
        self.path_rows.setContentsMargins(0, 0, 0, 0)
        self.space_4 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.path_rows.addItem(self.space_4)

        self.path_row = QHBoxLayout()
        self.path_row.setSpacing(8)
        self.path_row.setObjectName(u"path_row")
        self.path_row.setContentsMargins(0, 0, 0, 0)
        self.path = QLineEdit(self.path_part)
        self.path.setObjectName(u"path")

        self.path_row.addWidget(self.path)

        self.browse = KeyButton(self.path_part)
        self.browse.setObjectName(u"browse")

        self.path_row.addWidget(self.browse)

        self.path_row.setStretch(0, 1)

        self.path_rows.addLayout(self.path_row)

        self.path_error = ErrorLine(self.path_part)
        self.path_error.setObjectName(u"path_error")

        self.path_rows.addWidget(self.path_error)


        self.rows.addWidget(self.path_part)

        self.space_5 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_5)

        self.beside = AdviceNote(FirstRunData)
        self.beside.setObjectName(u"beside")

        self.rows.addWidget(self.beside)

        self.found = Verdicts(FirstRunData)
        self.found.setObjectName(u"found")

        self.rows.addWidget(self.found)

        self.space_6 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_6)

        self.advice = Prose(FirstRunData)
        self.advice.setObjectName(u"advice")
        self.advice.setProperty(u"tone", u"text2")

        self.rows.addWidget(self.advice)

        self.space_7 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_7)

        self.copy_part = QWidget(FirstRunData)
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

        self.rows.addWidget(self.copy_part)

        self.space_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.space_8)


        self.retranslateUi(FirstRunData)

        QMetaObject.connectSlotsByName(FirstRunData)
    # setupUi

    def retranslateUi(self, FirstRunData):
        self.folder_title.setText(QCoreApplication.translate("FirstRunData", u"Folder", None))
        self.change.setText(QCoreApplication.translate("FirstRunData", u"Change\u2026", None))
#if QT_CONFIG(accessibility)
        self.change.setAccessibleDescription(QCoreApplication.translate("FirstRunData", u"Choose another data folder", None))
#endif // QT_CONFIG(accessibility)
        self.key_title.setText(QCoreApplication.translate("FirstRunData", u"Encryption key of the faces", None))
#if QT_CONFIG(accessibility)
        self.path.setAccessibleName(QCoreApplication.translate("FirstRunData", u"Key file", None))
#endif // QT_CONFIG(accessibility)
        self.browse.setText(QCoreApplication.translate("FirstRunData", u"Choose\u2026", None))
#if QT_CONFIG(accessibility)
        self.browse.setAccessibleDescription(QCoreApplication.translate("FirstRunData", u"Choose where the key file lies", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("FirstRunData", u"Save a copy of the key\u2026", None))
        pass
    # retranslateUi

