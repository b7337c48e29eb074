
################################################################################
## Form generated from reading UI file 'camera_pane.ui'
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
    QLabel, QScrollArea, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

from faceattend.ui.widgets.advice_note import AdviceNote
from faceattend.ui.widgets.chip import Chip
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.sight_picture import SightPicture

class Ui_CameraPane(object):
    def setupUi(self, CameraPane):
        if not CameraPane.objectName():
            CameraPane.setObjectName(u"CameraPane")
        self.CameraPane_rows = QVBoxLayout(CameraPane)
        self.CameraPane_rows.setSpacing(0)
        self.CameraPane_rows.setObjectName(u"CameraPane_rows")
        self.CameraPane_rows.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(CameraPane)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_content = QWidget()
        self.scroll_content.setObjectName(u"scroll_content")
        self.scroll_content_rows = QVBoxLayout(self.scroll_content)
        self.scroll_content_rows.setSpacing(0)
        self.scroll_content_rows.setObjectName(u"scroll_content_rows")
        self.scroll_content_rows.setContentsMargins(24, 16, 24, 16)
        self.row_4 = QHBoxLayout()
        self.row_4.setSpacing(8)
        self.row_4.setObjectName(u"row_4")
        self.row_4.setContentsMargins(0, 0, 0, 0)
        self.back = KeyButton(self.scroll_content)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"shape", u"icon")
        self.back.setProperty(u"kind", u"quiet")
        self.back.setProperty(u"glyph", u"arrow-left")

        self.row_4.addWidget(self.back)

        self.name = QLabel(self.scroll_content)
        self.name.setObjectName(u"name")
        self.name.setMinimumSize(QSize(0, 32))
        self.name.setProperty(u"role", u"pane")
        self.name.setWordWrap(True)

        self.row_4.addWidget(self.name)

        self.verdict = Chip(self.scroll_content)
        self.verdict.setObjectName(u"verdict")

        self.row_4.addWidget(self.verdict)

        self.row_4.setStretch(1, 1)

        self.scroll_content_rows.addLayout(self.row_4)

        self.space_5 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_5)

        self.picture = SightPicture(self.scroll_content)
        self.picture.setObjectName(u"picture")

        self.scroll_content_rows.addWidget(self.picture)

        self.space_7 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_7)

        self.state = Prose(self.scroll_content)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"tone", u"text2")

        self.scroll_content_rows.addWidget(self.state)

        self.progress = WorkProgress(self.scroll_content)
        self.progress.setObjectName(u"progress")

        self.scroll_content_rows.addWidget(self.progress)

        self.space_10 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_10)

        self.findings = QTableView(self.scroll_content)
        self.findings.setObjectName(u"findings")
        self.findings.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.scroll_content_rows.addWidget(self.findings)

        self.space_12 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_12)

        self.advice = AdviceNote(self.scroll_content)
        self.advice.setObjectName(u"advice")

        self.scroll_content_rows.addWidget(self.advice)

        self.space_14 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.scroll_content_rows.addItem(self.space_14)

        self.scroll.setWidget(self.scroll_content)

        self.CameraPane_rows.addWidget(self.scroll)

        self.foot = QFrame(CameraPane)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"kind", u"foot")
        self.foot.setMinimumSize(QSize(0, 64))
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_row.setSpacing(8)
        self.foot_row.setObjectName(u"foot_row")
        self.foot_row.setContentsMargins(24, 0, 24, 0)
        self.test = KeyButton(self.foot)
        self.test.setObjectName(u"test")
        self.test.setProperty(u"glyph", u"scan-face")

        self.foot_row.addWidget(self.test)

        self.edit = KeyButton(self.foot)
        self.edit.setObjectName(u"edit")
        self.edit.setProperty(u"glyph", u"pencil")

        self.foot_row.addWidget(self.edit)

        self.space_20 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot_row.addItem(self.space_20)

        self.more = KeyButton(self.foot)
        self.more.setObjectName(u"more")
        self.more.setProperty(u"glyph", u"ellipsis")
        self.more.setProperty(u"shape", u"icon")

        self.foot_row.addWidget(self.more)


        self.CameraPane_rows.addWidget(self.foot)

        self.CameraPane_rows.setStretch(0, 1)

        self.retranslateUi(CameraPane)

        QMetaObject.connectSlotsByName(CameraPane)
    # setupUi

    def retranslateUi(self, CameraPane):
#if QT_CONFIG(tooltip)
        self.back.setToolTip(QCoreApplication.translate("CameraPane", u"Back to the cameras", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.back.setAccessibleName(QCoreApplication.translate("CameraPane", u"Back to the cameras", None))
#endif // QT_CONFIG(accessibility)
        self.name.setText("")
#if QT_CONFIG(accessibility)
        self.picture.setAccessibleName(QCoreApplication.translate("CameraPane", u"What the camera sees", None))
#endif // QT_CONFIG(accessibility)
        self.state.setText("")
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("CameraPane", u"What the test measured", None))
#endif // QT_CONFIG(accessibility)
        self.test.setText(QCoreApplication.translate("CameraPane", u"Test camera", None))
        self.edit.setText(QCoreApplication.translate("CameraPane", u"Edit", None))
#if QT_CONFIG(tooltip)
        self.more.setToolTip(QCoreApplication.translate("CameraPane", u"More", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.more.setAccessibleName(QCoreApplication.translate("CameraPane", u"More", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

