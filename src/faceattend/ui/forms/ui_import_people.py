
################################################################################
## Form generated from reading UI file 'import_people.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QStackedWidget, QTableView, QVBoxLayout, QWidget)

from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose

class Ui_ImportPeople(object):
    def setupUi(self, ImportPeople):
        if not ImportPeople.objectName():
            ImportPeople.setObjectName(u"ImportPeople")
        ImportPeople.setMinimumSize(QSize(0, 500))
        self.ImportPeople_layout = QVBoxLayout(ImportPeople)
        self.ImportPeople_layout.setSpacing(16)
        self.ImportPeople_layout.setObjectName(u"ImportPeople_layout")
        self.ImportPeople_layout.setContentsMargins(0, 0, 0, 0)
        self.intro = Prose(ImportPeople)
        self.intro.setObjectName(u"intro")

        self.ImportPeople_layout.addWidget(self.intro)

        self.choose = QHBoxLayout()
        self.choose.setSpacing(16)
        self.choose.setObjectName(u"choose")
        self.choose.setContentsMargins(0, 0, 0, 0)
        self.list_file_field = QVBoxLayout()
        self.list_file_field.setSpacing(4)
        self.list_file_field.setObjectName(u"list_file_field")
        self.list_file_field.setContentsMargins(0, 0, 0, 0)
        self.list_file_label = QLabel(ImportPeople)
        self.list_file_label.setObjectName(u"list_file_label")
        self.list_file_label.setProperty(u"role", u"label")

        self.list_file_field.addWidget(self.list_file_label)

        self.list_file_row = QHBoxLayout()
        self.list_file_row.setSpacing(8)
        self.list_file_row.setObjectName(u"list_file_row")
        self.list_file_row.setContentsMargins(0, 0, 0, 0)
        self.list_file = QLineEdit(ImportPeople)
        self.list_file.setObjectName(u"list_file")
        self.list_file.setReadOnly(True)
        self.list_file.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

        self.list_file_row.addWidget(self.list_file)

        self.list_file_button = QPushButton(ImportPeople)
        self.list_file_button.setObjectName(u"list_file_button")
        self.list_file_button.setAutoDefault(False)

        self.list_file_row.addWidget(self.list_file_button)


        self.list_file_field.addLayout(self.list_file_row)


        self.choose.addLayout(self.list_file_field)

        self.folder_field = QVBoxLayout()
        self.folder_field.setSpacing(4)
        self.folder_field.setObjectName(u"folder_field")
        self.folder_field.setContentsMargins(0, 0, 0, 0)
        self.folder_label = QLabel(ImportPeople)
        self.folder_label.setObjectName(u"folder_label")
        self.folder_label.setProperty(u"role", u"label")

        self.folder_field.addWidget(self.folder_label)

        self.folder_row = QHBoxLayout()
        self.folder_row.setSpacing(8)
        self.folder_row.setObjectName(u"folder_row")
        self.folder_row.setContentsMargins(0, 0, 0, 0)
        self.folder = QLineEdit(ImportPeople)
        self.folder.setObjectName(u"folder")
        self.folder.setReadOnly(True)
        self.folder.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

        self.folder_row.addWidget(self.folder)

        self.folder_button = QPushButton(ImportPeople)
        self.folder_button.setObjectName(u"folder_button")
        self.folder_button.setAutoDefault(False)

        self.folder_row.addWidget(self.folder_button)


        self.folder_field.addLayout(self.folder_row)


        self.choose.addLayout(self.folder_field)

        self.choose.setStretch(0, 1)
        self.choose.setStretch(1, 1)

        self.ImportPeople_layout.addLayout(self.choose)

        self.note = Banner(ImportPeople)
        self.note.setObjectName(u"note")

        self.ImportPeople_layout.addWidget(self.note)

        self.card = QFrame(ImportPeople)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(0, 160))
        self.card.setProperty(u"kind", u"card")
        self.card_layout = QVBoxLayout(self.card)
        self.card_layout.setSpacing(0)
        self.card_layout.setObjectName(u"card_layout")
        self.card_layout.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(self.card)
        self.stack.setObjectName(u"stack")
        self.empty_side = QWidget()
        self.empty_side.setObjectName(u"empty_side")
        self.empty_side_layout = QVBoxLayout(self.empty_side)
        self.empty_side_layout.setSpacing(0)
        self.empty_side_layout.setObjectName(u"empty_side_layout")
        self.empty_side_layout.setContentsMargins(0, 0, 0, 0)
        self.empty = EmptyState(self.empty_side)
        self.empty.setObjectName(u"empty")

        self.empty_side_layout.addWidget(self.empty)

        self.stack.addWidget(self.empty_side)
        self.preview_side = QWidget()
        self.preview_side.setObjectName(u"preview_side")
        self.preview_side_layout = QVBoxLayout(self.preview_side)
        self.preview_side_layout.setSpacing(0)
        self.preview_side_layout.setObjectName(u"preview_side_layout")
        self.preview_side_layout.setContentsMargins(0, 0, 0, 0)
        self.preview = QTableView(self.preview_side)
        self.preview.setObjectName(u"preview")

        self.preview_side_layout.addWidget(self.preview)

        self.stack.addWidget(self.preview_side)
        self.refused_side = QWidget()
        self.refused_side.setObjectName(u"refused_side")
        self.refused_side_layout = QVBoxLayout(self.refused_side)
        self.refused_side_layout.setSpacing(0)
        self.refused_side_layout.setObjectName(u"refused_side_layout")
        self.refused_side_layout.setContentsMargins(0, 0, 0, 0)
        self.refused = QTableView(self.refused_side)
        self.refused.setObjectName(u"refused")

        self.refused_side_layout.addWidget(self.refused)

        self.stack.addWidget(self.refused_side)

        self.card_layout.addWidget(self.stack)


        self.ImportPeople_layout.addWidget(self.card)

        self.progress = WorkProgress(ImportPeople)
        self.progress.setObjectName(u"progress")

        self.ImportPeople_layout.addWidget(self.progress)

#if QT_CONFIG(shortcut)
        self.list_file_label.setBuddy(self.list_file_button)
        self.folder_label.setBuddy(self.folder_button)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.list_file_button, self.folder_button)
        QWidget.setTabOrder(self.folder_button, self.preview)
        QWidget.setTabOrder(self.preview, self.refused)

        self.retranslateUi(ImportPeople)

        QMetaObject.connectSlotsByName(ImportPeople)
    # setupUi

    def retranslateUi(self, ImportPeople):
        self.intro.setText(QCoreApplication.translate("ImportPeople", u"A CSV file with a line for each person (number and name; if you like also kind, group, active_from, active_to and photos), and a folder of photos named after the numbers, such as 0042.jpg or 0042_2.jpg. Drop both here, or choose them.", None))
        self.list_file_label.setText(QCoreApplication.translate("ImportPeople", u"List", None))
        self.list_file.setPlaceholderText(QCoreApplication.translate("ImportPeople", u"people.csv", None))
#if QT_CONFIG(accessibility)
        self.list_file.setAccessibleName(QCoreApplication.translate("ImportPeople", u"List of people", None))
#endif // QT_CONFIG(accessibility)
        self.list_file_button.setText(QCoreApplication.translate("ImportPeople", u"Choose\u2026", None))
#if QT_CONFIG(accessibility)
        self.list_file_button.setAccessibleName(QCoreApplication.translate("ImportPeople", u"Choose: List of people", None))
#endif // QT_CONFIG(accessibility)
        self.folder_label.setText(QCoreApplication.translate("ImportPeople", u"Photos", None))
        self.folder.setPlaceholderText(QCoreApplication.translate("ImportPeople", u"Folder", None))
#if QT_CONFIG(accessibility)
        self.folder.setAccessibleName(QCoreApplication.translate("ImportPeople", u"Folder of photos", None))
#endif // QT_CONFIG(accessibility)
        self.folder_button.setText(QCoreApplication.translate("ImportPeople", u"Choose\u2026", None))
#if QT_CONFIG(accessibility)
        self.folder_button.setAccessibleName(QCoreApplication.translate("ImportPeople", u"Choose: Folder of photos", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.preview.setAccessibleName(QCoreApplication.translate("ImportPeople", u"The list as it was read", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.refused.setAccessibleName(QCoreApplication.translate("ImportPeople", u"What was refused, and why", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

