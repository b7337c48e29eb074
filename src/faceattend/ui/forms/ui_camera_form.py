
################################################################################
## Form generated from reading UI file 'camera_form.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

from faceattend.ui.widgets.advice_note import AdviceNote
from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.inputs import (Choice, NumberField)
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.segmented import Segmented
from faceattend.ui.widgets.sight_picture import SightPicture

class Ui_CameraForm(object):
    def setupUi(self, CameraForm):
        if not CameraForm.objectName():
            CameraForm.setObjectName(u"CameraForm")
        self.CameraForm_row = QHBoxLayout(CameraForm)
        self.CameraForm_row.setSpacing(24)
        self.CameraForm_row.setObjectName(u"CameraForm_row")
        self.CameraForm_row.setContentsMargins(0, 0, 0, 0)
        self.seen = QWidget(CameraForm)
        self.seen.setObjectName(u"seen")
        self.seen_rows = QVBoxLayout(self.seen)
        self.seen_rows.setSpacing(8)
        self.seen_rows.setObjectName(u"seen_rows")
        self.seen_rows.setContentsMargins(0, 0, 0, 0)
        self.picture = SightPicture(self.seen)
        self.picture.setObjectName(u"picture")

        self.seen_rows.addWidget(self.picture)

        self.state = Prose(self.seen)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"tone", u"text2")

        self.seen_rows.addWidget(self.state)

        self.progress = WorkProgress(self.seen)
        self.progress.setObjectName(u"progress")

        self.seen_rows.addWidget(self.progress)

        self.row_6 = QHBoxLayout()
        self.row_6.setSpacing(8)
        self.row_6.setObjectName(u"row_6")
        self.row_6.setContentsMargins(0, 0, 0, 0)
        self.test = KeyButton(self.seen)
        self.test.setObjectName(u"test")
        self.test.setProperty(u"glyph", u"scan-face")

        self.row_6.addWidget(self.test)

        self.space_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_6.addItem(self.space_5)


        self.seen_rows.addLayout(self.row_6)

        self.findings = QTableView(self.seen)
        self.findings.setObjectName(u"findings")
        self.findings.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.seen_rows.addWidget(self.findings)

        self.advice = AdviceNote(self.seen)
        self.advice.setObjectName(u"advice")

        self.seen_rows.addWidget(self.advice)

        self.space_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.seen_rows.addItem(self.space_9)


        self.CameraForm_row.addWidget(self.seen)

        self.fields = QWidget(CameraForm)
        self.fields.setObjectName(u"fields")
        self.fields.setMinimumSize(QSize(400, 0))
        self.fields.setMaximumSize(QSize(400, 16777215))
        self.fields_rows = QVBoxLayout(self.fields)
        self.fields_rows.setSpacing(12)
        self.fields_rows.setObjectName(u"fields_rows")
        self.fields_rows.setContentsMargins(0, 0, 0, 0)
        self.rows_15 = QVBoxLayout()
        self.rows_15.setSpacing(4)
        self.rows_15.setObjectName(u"rows_15")
        self.rows_15.setContentsMargins(0, 0, 0, 0)
        self.qlabel_13 = QLabel(self.fields)
        self.qlabel_13.setObjectName(u"qlabel_13")
        self.qlabel_13.setProperty(u"role", u"label")

        self.rows_15.addWidget(self.qlabel_13)

        self.name = QLineEdit(self.fields)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(80)

        self.rows_15.addWidget(self.name)

        self.name_error = ErrorLine(self.fields)
        self.name_error.setObjectName(u"name_error")

        self.rows_15.addWidget(self.name_error)


        self.fields_rows.addLayout(self.rows_15)

        self.rows_18 = QVBoxLayout()
        self.rows_18.setSpacing(4)
        self.rows_18.setObjectName(u"rows_18")
        self.rows_18.setContentsMargins(0, 0, 0, 0)
        self.qlabel_16 = QLabel(self.fields)
        self.qlabel_16.setObjectName(u"qlabel_16")
        self.qlabel_16.setProperty(u"role", u"label")

        self.rows_18.addWidget(self.qlabel_16)

        self.way = Segmented(self.fields)
        self.way.setObjectName(u"way")

        self.rows_18.addWidget(self.way)


        self.fields_rows.addLayout(self.rows_18)

        self.device_part = QWidget(self.fields)
        self.device_part.setObjectName(u"device_part")
        self.device_part_rows = QVBoxLayout(self.device_part)
        self.device_part_rows.setSpacing(0)
        self.device_part_rows.setObjectName(u"device_part_rows")
        self.device_part_rows.setContentsMargins(0, 0, 0, 0)
        self.rows_24 = QVBoxLayout()
        self.rows_24.setSpacing(4)
        self.rows_24.setObjectName(u"rows_24")
        self.rows_24.setContentsMargins(0, 0, 0, 0)
        self.qlabel_22 = QLabel(self.device_part)
        self.qlabel_22.setObjectName(u"qlabel_22")
        self.qlabel_22.setProperty(u"role", u"label")

        self.rows_24.addWidget(self.qlabel_22)

        self.row_21 = QHBoxLayout()
        self.row_21.setSpacing(8)
        self.row_21.setObjectName(u"row_21")
        self.row_21.setContentsMargins(0, 0, 0, 0)
        self.device = Choice(self.device_part)
        self.device.setObjectName(u"device")

        self.row_21.addWidget(self.device)

        self.again = KeyButton(self.device_part)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"shape", u"icon")
        self.again.setProperty(u"glyph", u"refresh-cw")

        self.row_21.addWidget(self.again)

        self.row_21.setStretch(0, 1)

        self.rows_24.addLayout(self.row_21)

        self.device_hint = QLabel(self.device_part)
        self.device_hint.setObjectName(u"device_hint")
        self.device_hint.setProperty(u"role", u"second")
        self.device_hint.setProperty(u"tone", u"text3")
        self.device_hint.setWordWrap(True)

        self.rows_24.addWidget(self.device_hint)


        self.device_part_rows.addLayout(self.rows_24)


        self.fields_rows.addWidget(self.device_part)

        self.network_part = QWidget(self.fields)
        self.network_part.setObjectName(u"network_part")
        self.network_part_rows = QVBoxLayout(self.network_part)
        self.network_part_rows.setSpacing(12)
        self.network_part_rows.setObjectName(u"network_part_rows")
        self.network_part_rows.setContentsMargins(0, 0, 0, 0)
        self.rows_29 = QVBoxLayout()
        self.rows_29.setSpacing(4)
        self.rows_29.setObjectName(u"rows_29")
        self.rows_29.setContentsMargins(0, 0, 0, 0)
        self.qlabel_28 = QLabel(self.network_part)
        self.qlabel_28.setObjectName(u"qlabel_28")
        self.qlabel_28.setProperty(u"role", u"label")

        self.rows_29.addWidget(self.qlabel_28)

        self.address = QLineEdit(self.network_part)
        self.address.setObjectName(u"address")

        self.rows_29.addWidget(self.address)


        self.network_part_rows.addLayout(self.rows_29)

        self.row_36 = QHBoxLayout()
        self.row_36.setSpacing(12)
        self.row_36.setObjectName(u"row_36")
        self.row_36.setContentsMargins(0, 0, 0, 0)
        self.rows_32 = QVBoxLayout()
        self.rows_32.setSpacing(4)
        self.rows_32.setObjectName(u"rows_32")
        self.rows_32.setContentsMargins(0, 0, 0, 0)
        self.qlabel_31 = QLabel(self.network_part)
        self.qlabel_31.setObjectName(u"qlabel_31")
        self.qlabel_31.setProperty(u"role", u"label")

        self.rows_32.addWidget(self.qlabel_31)

        self.user = QLineEdit(self.network_part)
        self.user.setObjectName(u"user")

        self.rows_32.addWidget(self.user)


        self.row_36.addLayout(self.rows_32)

        self.rows_35 = QVBoxLayout()
        self.rows_35.setSpacing(4)
        self.rows_35.setObjectName(u"rows_35")
        self.rows_35.setContentsMargins(0, 0, 0, 0)
        self.qlabel_34 = QLabel(self.network_part)
        self.qlabel_34.setObjectName(u"qlabel_34")
        self.qlabel_34.setProperty(u"role", u"label")

        self.rows_35.addWidget(self.qlabel_34)

        self.password = QLineEdit(self.network_part)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.rows_35.addWidget(self.password)


        self.row_36.addLayout(self.rows_35)


        self.network_part_rows.addLayout(self.row_36)


        self.fields_rows.addWidget(self.network_part)

        self.file_part = QWidget(self.fields)
        self.file_part.setObjectName(u"file_part")
        self.file_part_rows = QVBoxLayout(self.file_part)
        self.file_part_rows.setSpacing(4)
        self.file_part_rows.setObjectName(u"file_part_rows")
        self.file_part_rows.setContentsMargins(0, 0, 0, 0)
        self.rows_43 = QVBoxLayout()
        self.rows_43.setSpacing(4)
        self.rows_43.setObjectName(u"rows_43")
        self.rows_43.setContentsMargins(0, 0, 0, 0)
        self.qlabel_42 = QLabel(self.file_part)
        self.qlabel_42.setObjectName(u"qlabel_42")
        self.qlabel_42.setProperty(u"role", u"label")

        self.rows_43.addWidget(self.qlabel_42)

        self.row_41 = QHBoxLayout()
        self.row_41.setSpacing(8)
        self.row_41.setObjectName(u"row_41")
        self.row_41.setContentsMargins(0, 0, 0, 0)
        self.file = QLineEdit(self.file_part)
        self.file.setObjectName(u"file")

        self.row_41.addWidget(self.file)

        self.browse = KeyButton(self.file_part)
        self.browse.setObjectName(u"browse")

        self.row_41.addWidget(self.browse)

        self.row_41.setStretch(0, 1)

        self.rows_43.addLayout(self.row_41)


        self.file_part_rows.addLayout(self.rows_43)

        self.repeats = QCheckBox(self.file_part)
        self.repeats.setObjectName(u"repeats")

        self.file_part_rows.addWidget(self.repeats)


        self.fields_rows.addWidget(self.file_part)

        self.source_error = ErrorLine(self.fields)
        self.source_error.setObjectName(u"source_error")

        self.fields_rows.addWidget(self.source_error)

        self.rows_51 = QVBoxLayout()
        self.rows_51.setSpacing(4)
        self.rows_51.setObjectName(u"rows_51")
        self.rows_51.setContentsMargins(0, 0, 0, 0)
        self.qlabel_48 = QLabel(self.fields)
        self.qlabel_48.setObjectName(u"qlabel_48")
        self.qlabel_48.setProperty(u"role", u"label")

        self.rows_51.addWidget(self.qlabel_48)

        self.counts = Segmented(self.fields)
        self.counts.setObjectName(u"counts")

        self.rows_51.addWidget(self.counts)

        self.counts_hint = QLabel(self.fields)
        self.counts_hint.setObjectName(u"counts_hint")
        self.counts_hint.setProperty(u"role", u"second")
        self.counts_hint.setProperty(u"tone", u"text3")
        self.counts_hint.setWordWrap(True)

        self.rows_51.addWidget(self.counts_hint)


        self.fields_rows.addLayout(self.rows_51)

        self.site_side = QVBoxLayout()
        self.site_side.setSpacing(4)
        self.site_side.setObjectName(u"site_side")
        self.site_side.setContentsMargins(0, 0, 0, 0)
        self.row_58 = QHBoxLayout()
        self.row_58.setSpacing(12)
        self.row_58.setObjectName(u"row_58")
        self.row_58.setContentsMargins(0, 0, 0, 0)
        self.rows_54 = QVBoxLayout()
        self.rows_54.setSpacing(4)
        self.rows_54.setObjectName(u"rows_54")
        self.rows_54.setContentsMargins(0, 0, 0, 0)
        self.qlabel_53 = QLabel(self.fields)
        self.qlabel_53.setObjectName(u"qlabel_53")
        self.qlabel_53.setProperty(u"role", u"label")

        self.rows_54.addWidget(self.qlabel_53)

        self.site = Choice(self.fields)
        self.site.setObjectName(u"site")
        self.site.setEditable(True)

        self.rows_54.addWidget(self.site)


        self.row_58.addLayout(self.rows_54)

        self.rows_57 = QVBoxLayout()
        self.rows_57.setSpacing(4)
        self.rows_57.setObjectName(u"rows_57")
        self.rows_57.setContentsMargins(0, 0, 0, 0)
        self.qlabel_56 = QLabel(self.fields)
        self.qlabel_56.setObjectName(u"qlabel_56")
        self.qlabel_56.setProperty(u"role", u"label")

        self.rows_57.addWidget(self.qlabel_56)

        self.zone = Choice(self.fields)
        self.zone.setObjectName(u"zone")
        self.zone.setEditable(True)

        self.rows_57.addWidget(self.zone)


        self.row_58.addLayout(self.rows_57)

        self.row_58.setStretch(0, 1)
        self.row_58.setStretch(1, 1)

        self.site_side.addLayout(self.row_58)

        self.zone_hint = QLabel(self.fields)
        self.zone_hint.setObjectName(u"zone_hint")
        self.zone_hint.setProperty(u"role", u"second")
        self.zone_hint.setProperty(u"tone", u"text3")
        self.zone_hint.setWordWrap(True)

        self.site_side.addWidget(self.zone_hint)


        self.fields_rows.addLayout(self.site_side)

        self.site_error = ErrorLine(self.fields)
        self.site_error.setObjectName(u"site_error")

        self.fields_rows.addWidget(self.site_error)

        self.rate_side = QVBoxLayout()
        self.rate_side.setSpacing(4)
        self.rate_side.setObjectName(u"rate_side")
        self.rate_side.setContentsMargins(0, 0, 0, 0)
        self.row_67 = QHBoxLayout()
        self.row_67.setSpacing(12)
        self.row_67.setObjectName(u"row_67")
        self.row_67.setContentsMargins(0, 0, 0, 0)
        self.rows_63 = QVBoxLayout()
        self.rows_63.setSpacing(4)
        self.rows_63.setObjectName(u"rows_63")
        self.rows_63.setContentsMargins(0, 0, 0, 0)
        self.qlabel_62 = QLabel(self.fields)
        self.qlabel_62.setObjectName(u"qlabel_62")
        self.qlabel_62.setProperty(u"role", u"label")

        self.rows_63.addWidget(self.qlabel_62)

        self.fps = NumberField(self.fields)
        self.fps.setObjectName(u"fps")
        self.fps.setMinimum(2)
        self.fps.setMaximum(30)

        self.rows_63.addWidget(self.fps)


        self.row_67.addLayout(self.rows_63)

        self.rows_66 = QVBoxLayout()
        self.rows_66.setSpacing(4)
        self.rows_66.setObjectName(u"rows_66")
        self.rows_66.setContentsMargins(0, 0, 0, 0)
        self.qlabel_65 = QLabel(self.fields)
        self.qlabel_65.setObjectName(u"qlabel_65")
        self.qlabel_65.setProperty(u"role", u"label")

        self.rows_66.addWidget(self.qlabel_65)

        self.smallest = NumberField(self.fields)
        self.smallest.setObjectName(u"smallest")
        self.smallest.setMinimum(16)
        self.smallest.setMaximum(1000)

        self.rows_66.addWidget(self.smallest)


        self.row_67.addLayout(self.rows_66)

        self.row_67.setStretch(0, 1)
        self.row_67.setStretch(1, 1)

        self.rate_side.addLayout(self.row_67)

        self.rate_hint = QLabel(self.fields)
        self.rate_hint.setObjectName(u"rate_hint")
        self.rate_hint.setProperty(u"role", u"second")
        self.rate_hint.setProperty(u"tone", u"text3")
        self.rate_hint.setWordWrap(True)

        self.rate_side.addWidget(self.rate_hint)


        self.fields_rows.addLayout(self.rate_side)

        self.trouble = ErrorLine(self.fields)
        self.trouble.setObjectName(u"trouble")

        self.fields_rows.addWidget(self.trouble)

        self.space_70 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields_rows.addItem(self.space_70)


        self.CameraForm_row.addWidget(self.fields)

        self.CameraForm_row.setStretch(0, 1)
#if QT_CONFIG(shortcut)
        self.qlabel_13.setBuddy(self.name)
        self.qlabel_22.setBuddy(self.device)
        self.qlabel_28.setBuddy(self.address)
        self.qlabel_31.setBuddy(self.user)
        self.qlabel_34.setBuddy(self.password)
        self.qlabel_42.setBuddy(self.file)
        self.qlabel_53.setBuddy(self.site)
        self.qlabel_56.setBuddy(self.zone)
        self.qlabel_62.setBuddy(self.fps)
        self.qlabel_65.setBuddy(self.smallest)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CameraForm)

        QMetaObject.connectSlotsByName(CameraForm)
    # setupUi

    def retranslateUi(self, CameraForm):
#if QT_CONFIG(accessibility)
        self.picture.setAccessibleName(QCoreApplication.translate("CameraForm", u"What the camera sees", None))
#endif // QT_CONFIG(accessibility)
        self.state.setText("")
        self.test.setText(QCoreApplication.translate("CameraForm", u"Test camera", None))
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("CameraForm", u"What the test measured", None))
#endif // QT_CONFIG(accessibility)
        self.qlabel_13.setText(QCoreApplication.translate("CameraForm", u"Name", None))
        self.name.setPlaceholderText(QCoreApplication.translate("CameraForm", u"Main entrance", None))
        self.qlabel_16.setText(QCoreApplication.translate("CameraForm", u"How it is reached", None))
#if QT_CONFIG(accessibility)
        self.way.setAccessibleName(QCoreApplication.translate("CameraForm", u"How it is reached", None))
#endif // QT_CONFIG(accessibility)
        self.qlabel_22.setText(QCoreApplication.translate("CameraForm", u"Camera on this computer", None))
#if QT_CONFIG(tooltip)
        self.again.setToolTip(QCoreApplication.translate("CameraForm", u"Look again", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("CameraForm", u"Look again for cameras", None))
#endif // QT_CONFIG(accessibility)
        self.device_hint.setText("")
        self.qlabel_28.setText(QCoreApplication.translate("CameraForm", u"Address", None))
        self.address.setPlaceholderText(QCoreApplication.translate("CameraForm", u"rtsp://192.168.1.20/stream", None))
        self.qlabel_31.setText(QCoreApplication.translate("CameraForm", u"User", None))
        self.qlabel_34.setText(QCoreApplication.translate("CameraForm", u"Password", None))
        self.qlabel_42.setText(QCoreApplication.translate("CameraForm", u"Video file", None))
        self.browse.setText(QCoreApplication.translate("CameraForm", u"Choose\u2026", None))
        self.repeats.setText(QCoreApplication.translate("CameraForm", u"Begin again at its end", None))
        self.qlabel_48.setText(QCoreApplication.translate("CameraForm", u"What passing it means", None))
#if QT_CONFIG(accessibility)
        self.counts.setAccessibleName(QCoreApplication.translate("CameraForm", u"What passing it means", None))
#endif // QT_CONFIG(accessibility)
        self.counts_hint.setText("")
        self.qlabel_53.setText(QCoreApplication.translate("CameraForm", u"Site", None))
        self.qlabel_56.setText(QCoreApplication.translate("CameraForm", u"Time zone", None))
        self.zone_hint.setText("")
        self.qlabel_62.setText(QCoreApplication.translate("CameraForm", u"Frames analysed a second", None))
        self.qlabel_65.setText(QCoreApplication.translate("CameraForm", u"Smallest face", None))
        self.smallest.setSuffix(QCoreApplication.translate("CameraForm", u" px", None))
        self.rate_hint.setText(QCoreApplication.translate("CameraForm", u"Ten a second are enough for people who walk. Smaller faces are found from further away, and recognised less often.", None))
        pass
    # retranslateUi

