
################################################################################
## Form generated from reading UI file 'settings_attendance.ui'
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
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.inputs import NumberField
from faceattend.ui.widgets.key_button import KeyButton

class Ui_SettingsAttendance(object):
    def setupUi(self, SettingsAttendance):
        if not SettingsAttendance.objectName():
            SettingsAttendance.setObjectName(u"SettingsAttendance")
        self.SettingsAttendance_rows = QVBoxLayout(SettingsAttendance)
        self.SettingsAttendance_rows.setSpacing(0)
        self.SettingsAttendance_rows.setObjectName(u"SettingsAttendance_rows")
        self.SettingsAttendance_rows.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(SettingsAttendance)
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

        self.trouble = Banner(self.scroll_content)
        self.trouble.setObjectName(u"trouble")

        self.scroll_content_rows.addWidget(self.trouble)

        self.card = QFrame(self.scroll_content)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"kind", u"card")
        self.card_rows = QVBoxLayout(self.card)
        self.card_rows.setSpacing(12)
        self.card_rows.setObjectName(u"card_rows")
        self.card_rows.setContentsMargins(20, 16, 20, 16)
        self.rows_8 = QVBoxLayout()
        self.rows_8.setSpacing(4)
        self.rows_8.setObjectName(u"rows_8")
        self.rows_8.setContentsMargins(0, 0, 0, 0)
        self.qlabel_6 = QLabel(self.card)
        self.qlabel_6.setObjectName(u"qlabel_6")
        self.qlabel_6.setProperty(u"role", u"label")

        self.rows_8.addWidget(self.qlabel_6)

        self.cool_down = NumberField(self.card)
        self.cool_down.setObjectName(u"cool_down")
        self.cool_down.setMinimum(0)
        self.cool_down.setMaximum(1440)
        self.cool_down.setMaximumSize(QSize(160, 16777215))

        self.rows_8.addWidget(self.cool_down)

        self.cool_down_hint = QLabel(self.card)
        self.cool_down_hint.setObjectName(u"cool_down_hint")
        self.cool_down_hint.setProperty(u"role", u"second")
        self.cool_down_hint.setProperty(u"tone", u"text3")
        self.cool_down_hint.setWordWrap(True)

        self.rows_8.addWidget(self.cool_down_hint)


        self.card_rows.addLayout(self.rows_8)

        self.space_9 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.card_rows.addItem(self.space_9)

        self.rows_13 = QVBoxLayout()
        self.rows_13.setSpacing(4)
        self.rows_13.setObjectName(u"rows_13")
        self.rows_13.setContentsMargins(0, 0, 0, 0)
        self.qlabel_11 = QLabel(self.card)
        self.qlabel_11.setObjectName(u"qlabel_11")
        self.qlabel_11.setProperty(u"role", u"label")

        self.rows_13.addWidget(self.qlabel_11)

        self.unknown_days = NumberField(self.card)
        self.unknown_days.setObjectName(u"unknown_days")
        self.unknown_days.setMinimum(0)
        self.unknown_days.setMaximum(90)
        self.unknown_days.setMaximumSize(QSize(160, 16777215))

        self.rows_13.addWidget(self.unknown_days)

        self.unknown_hint = QLabel(self.card)
        self.unknown_hint.setObjectName(u"unknown_hint")
        self.unknown_hint.setProperty(u"role", u"second")
        self.unknown_hint.setProperty(u"tone", u"text3")
        self.unknown_hint.setWordWrap(True)

        self.rows_13.addWidget(self.unknown_hint)


        self.card_rows.addLayout(self.rows_13)


        self.scroll_content_rows.addWidget(self.card)

        self.space_16 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.scroll_content_rows.addItem(self.space_16)

        self.scroll.setWidget(self.scroll_content)

        self.SettingsAttendance_rows.addWidget(self.scroll)

        self.foot = QFrame(SettingsAttendance)
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

        self.SettingsAttendance_rows.addWidget(self.foot)

        self.SettingsAttendance_rows.setStretch(0, 1)
#if QT_CONFIG(shortcut)
        self.qlabel_6.setBuddy(self.cool_down)
        self.qlabel_11.setBuddy(self.unknown_days)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SettingsAttendance)

        QMetaObject.connectSlotsByName(SettingsAttendance)
    # setupUi

    def retranslateUi(self, SettingsAttendance):
        self.qlabel_1.setText(QCoreApplication.translate("SettingsAttendance", u"Attendance", None))
        self.qlabel_2.setText(QCoreApplication.translate("SettingsAttendance", u"How passing a camera becomes a punch, and how long pictures are kept.", None))
        self.qlabel_6.setText(QCoreApplication.translate("SettingsAttendance", u"Minutes between two punches of one person", None))
        self.cool_down.setSuffix(QCoreApplication.translate("SettingsAttendance", u" min", None))
        self.cool_down_hint.setText(QCoreApplication.translate("SettingsAttendance", u"Passing the cameras of a site again within this time is the same passage, and makes no second punch.", None))
        self.qlabel_11.setText(QCoreApplication.translate("SettingsAttendance", u"Days that pictures of unknown people are kept", None))
        self.unknown_days.setSuffix(QCoreApplication.translate("SettingsAttendance", u" days", None))
        self.unknown_hint.setText(QCoreApplication.translate("SettingsAttendance", u"Then the picture is erased; that somebody passed, and when, stays. 0 erases it at the next clean-up.", None))
        self.waiting.setText("")
        self.save.setText(QCoreApplication.translate("SettingsAttendance", u"Save", None))
        pass
    # retranslateUi

