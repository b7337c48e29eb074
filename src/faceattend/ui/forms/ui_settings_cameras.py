
################################################################################
## Form generated from reading UI file 'settings_cameras.ui'
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
    QLabel, QSizePolicy, QSpacerItem, QTableView,
    QVBoxLayout, QWidget)

from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.skeleton import Skeleton

class Ui_SettingsCameras(object):
    def setupUi(self, SettingsCameras):
        if not SettingsCameras.objectName():
            SettingsCameras.setObjectName(u"SettingsCameras")
        self.SettingsCameras_row = QHBoxLayout(SettingsCameras)
        self.SettingsCameras_row.setSpacing(0)
        self.SettingsCameras_row.setObjectName(u"SettingsCameras_row")
        self.SettingsCameras_row.setContentsMargins(0, 0, 0, 0)
        self.content = QWidget(SettingsCameras)
        self.content.setObjectName(u"content")
        self.content_rows = QVBoxLayout(self.content)
        self.content_rows.setSpacing(0)
        self.content_rows.setObjectName(u"content_rows")
        self.content_rows.setContentsMargins(24, 16, 24, 24)
        self.row_4 = QHBoxLayout()
        self.row_4.setSpacing(8)
        self.row_4.setObjectName(u"row_4")
        self.row_4.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(self.content)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.row_4.addWidget(self.title)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_4.addItem(self.space_2)

        self.add = KeyButton(self.content)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"kind", u"primary")
        self.add.setProperty(u"glyph", u"plus")

        self.row_4.addWidget(self.add)


        self.content_rows.addLayout(self.row_4)

        self.summary = QLabel(self.content)
        self.summary.setObjectName(u"summary")
        self.summary.setProperty(u"tone", u"text2")

        self.content_rows.addWidget(self.summary)

        self.space_6 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.content_rows.addItem(self.space_6)

        self.skeleton = Skeleton(self.content)
        self.skeleton.setObjectName(u"skeleton")

        self.content_rows.addWidget(self.skeleton)

        self.trouble = Banner(self.content)
        self.trouble.setObjectName(u"trouble")

        self.content_rows.addWidget(self.trouble)

        self.empty = EmptyState(self.content)
        self.empty.setObjectName(u"empty")

        self.content_rows.addWidget(self.empty)

        self.table = QTableView(self.content)
        self.table.setObjectName(u"table")
        self.table.setProperty(u"kind", u"card")

        self.content_rows.addWidget(self.table)

        self.below = QWidget(self.content)
        self.below.setObjectName(u"below")
        self.below_rows = QVBoxLayout(self.below)
        self.below_rows.setSpacing(4)
        self.below_rows.setObjectName(u"below_rows")
        self.below_rows.setContentsMargins(0, 24, 0, 0)
        self.qlabel_11 = QLabel(self.below)
        self.qlabel_11.setObjectName(u"qlabel_11")
        self.qlabel_11.setProperty(u"role", u"problem")

        self.below_rows.addWidget(self.qlabel_11)

        self.explained = Prose(self.below)
        self.explained.setObjectName(u"explained")
        self.explained.setProperty(u"tone", u"text2")

        self.below_rows.addWidget(self.explained)


        self.content_rows.addWidget(self.below)

        self.space_15 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_rows.addItem(self.space_15)

        self.content_rows.setStretch(6, 1000)
        self.content_rows.setStretch(8, 1)

        self.SettingsCameras_row.addWidget(self.content)

        self.side = QFrame(SettingsCameras)
        self.side.setObjectName(u"side")
        self.side.setProperty(u"kind", u"pane")
        self.side.setMinimumSize(QSize(400, 0))
        self.side.setMaximumSize(QSize(400, 16777215))
        self.side_row = QHBoxLayout(self.side)
        self.side_row.setSpacing(0)
        self.side_row.setObjectName(u"side_row")
        self.side_row.setContentsMargins(0, 0, 0, 0)

        self.SettingsCameras_row.addWidget(self.side)

        self.SettingsCameras_row.setStretch(0, 1)

        self.retranslateUi(SettingsCameras)

        QMetaObject.connectSlotsByName(SettingsCameras)
    # setupUi

    def retranslateUi(self, SettingsCameras):
        self.title.setText(QCoreApplication.translate("SettingsCameras", u"Cameras", None))
        self.add.setText(QCoreApplication.translate("SettingsCameras", u"Add camera", None))
        self.summary.setText("")
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("SettingsCameras", u"Cameras", None))
#endif // QT_CONFIG(accessibility)
        self.qlabel_11.setText(QCoreApplication.translate("SettingsCameras", u"What a test does", None))
        self.explained.setText(QCoreApplication.translate("SettingsCameras", u"It opens the camera for some seconds, or looks at its picture if it runs already, measures the face of whoever stands there, and says what to change. Test after moving a camera, and once a season.", None))
        pass
    # retranslateUi

