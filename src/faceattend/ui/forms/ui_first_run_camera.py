
################################################################################
## Form generated from reading UI file 'first_run_camera.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.segmented import Segmented
from faceattend.ui.widgets.sight_picture import SightPicture
from faceattend.ui.widgets.verdicts import Verdicts

class Ui_FirstRunCamera(object):
    def setupUi(self, FirstRunCamera):
        if not FirstRunCamera.objectName():
            FirstRunCamera.setObjectName(u"FirstRunCamera")
        self.rows = QVBoxLayout(FirstRunCamera)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.again_row = QHBoxLayout()
        self.again_row.setSpacing(0)
        self.again_row.setObjectName(u"again_row")
        self.again_row.setContentsMargins(0, 0, 0, 0)
        self.count = QLabel(FirstRunCamera)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"second")

        self.again_row.addWidget(self.count)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.again_row.addItem(self.space_1)

        self.again = KeyButton(FirstRunCamera)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"kind", u"quiet")
        self.again.setProperty(u"scale", u"small")
        self.again.setProperty(u"glyph", u"rotate-cw")

        self.again_row.addWidget(self.again)


        self.rows.addLayout(self.again_row)

        self.space_2 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_2)

        self.cards = QVBoxLayout()
        self.cards.setSpacing(8)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.others = QHBoxLayout()
        self.others.setSpacing(8)
        self.others.setObjectName(u"others")
        self.others.setContentsMargins(0, 0, 0, 0)

        self.cards.addLayout(self.others)


        self.rows.addLayout(self.cards)

        self.space_3 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_3)

        self.network_part = QWidget(FirstRunCamera)
        self.network_part.setObjectName(u"network_part")
        self.network_row = QHBoxLayout(self.network_part)
        self.network_row.setSpacing(12)
        self.network_row.setObjectName(u"network_row")
        self.network_row.setContentsMargins(0, 0, 0, 0)
        self.address_field = QVBoxLayout()
        self.address_field.setSpacing(4)
        self.address_field.setObjectName(u"address_field")
        self.address_field.setContentsMargins(0, 0, 0, 0)
        self.address_label = QLabel(self.network_part)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setProperty(u"role", u"label")

        self.address_field.addWidget(self.address_label)

        self.address = QLineEdit(self.network_part)
        self.address.setObjectName(u"address")

        self.address_field.addWidget(self.address)


        self.network_row.addLayout(self.address_field)

        self.user_field = QVBoxLayout()
        self.user_field.setSpacing(4)
        self.user_field.setObjectName(u"user_field")
        self.user_field.setContentsMargins(0, 0, 0, 0)
        self.user_label = QLabel(self.network_part)
        self.user_label.setObjectName(u"user_label")
        self.user_label.setProperty(u"role", u"label")

        self.user_field.addWidget(self.user_label)

        self.user = QLineEdit(self.network_part)
        self.user.setObjectName(u"user")

        self.user_field.addWidget(self.user)


        self.network_row.addLayout(self.user_field)

        self.password_field = QVBoxLayout()
        self.password_field.setSpacing(4)
        self.password_field.setObjectName(u"password_field")
        self.password_field.setContentsMargins(0, 0, 0, 0)
        self.password_label = QLabel(self.network_part)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setProperty(u"role", u"label")

        self.password_field.addWidget(self.password_label)

        self.password = QLineEdit(self.network_part)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.password_field.addWidget(self.password)


        self.network_row.addLayout(self.password_field)

        self.network_row.setStretch(0, 3)
        self.network_row.setStretch(1, 1)
        self.network_row.setStretch(2, 1)

        self.rows.addWidget(self.network_part)

        self.video_part = QWidget(FirstRunCamera)
        self.video_part.setObjectName(u"video_part")
        self.video_row = QHBoxLayout(self.video_part)
        self.video_row.setSpacing(8)
        self.video_row.setObjectName(u"video_row")
        self.video_row.setContentsMargins(0, 0, 0, 0)
        self.video = QLineEdit(self.video_part)
        self.video.setObjectName(u"video")

        self.video_row.addWidget(self.video)

        self.browse = KeyButton(self.video_part)
        self.browse.setObjectName(u"browse")

        self.video_row.addWidget(self.browse)

        self.video_row.setStretch(0, 1)

        self.rows.addWidget(self.video_part)

        self.source_error = ErrorLine(FirstRunCamera)
        self.source_error.setObjectName(u"source_error")

        self.rows.addWidget(self.source_error)

        self.space_4 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_4)

        self.facts = QHBoxLayout()
        self.facts.setSpacing(16)
        self.facts.setObjectName(u"facts")
        self.facts.setContentsMargins(0, 0, 0, 0)
        self.name_field = QVBoxLayout()
        self.name_field.setSpacing(4)
        self.name_field.setObjectName(u"name_field")
        self.name_field.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(FirstRunCamera)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"label")

        self.name_field.addWidget(self.name_label)

        self.name = QLineEdit(FirstRunCamera)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(200)

        self.name_field.addWidget(self.name)

        self.name_error = ErrorLine(FirstRunCamera)
        self.name_error.setObjectName(u"name_error")

        self.name_field.addWidget(self.name_error)


        self.facts.addLayout(self.name_field)

        self.counts_field = QVBoxLayout()
        self.counts_field.setSpacing(4)
        self.counts_field.setObjectName(u"counts_field")
        self.counts_field.setContentsMargins(0, 0, 0, 0)
        self.counts_label = QLabel(FirstRunCamera)
        self.counts_label.setObjectName(u"counts_label")
        self.counts_label.setProperty(u"role", u"label")

        self.counts_field.addWidget(self.counts_label)

        self.counts = Segmented(FirstRunCamera)
        self.counts.setObjectName(u"counts")

        self.counts_field.addWidget(self.counts)


        self.facts.addLayout(self.counts_field)

        self.facts.setStretch(0, 1)

        self.rows.addLayout(self.facts)

        self.space_5 = QSpacerItem(0, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_5)

        self.trial_part = QWidget(FirstRunCamera)
        self.trial_part.setObjectName(u"trial_part")
        self.trial_row = QHBoxLayout(self.trial_part)
        self.trial_row.setSpacing(24)
        self.trial_row.setObjectName(u"trial_row")
        self.trial_row.setContentsMargins(0, 0, 0, 0)
        self.picture = SightPicture(self.trial_part)
        self.picture.setObjectName(u"picture")
        self.picture.setMinimumSize(QSize(320, 180))
        self.picture.setMaximumSize(QSize(344, 194))

        self.trial_row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)

        self.trial_words = QVBoxLayout()
        self.trial_words.setSpacing(0)
        self.trial_words.setObjectName(u"trial_words")
        self.trial_words.setContentsMargins(0, 0, 0, 0)
        self.progress = WorkProgress(self.trial_part)
        self.progress.setObjectName(u"progress")

        self.trial_words.addWidget(self.progress)

        self.found = Verdicts(self.trial_part)
        self.found.setObjectName(u"found")

        self.trial_words.addWidget(self.found)

        self.space_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.trial_words.addItem(self.space_6)


        self.trial_row.addLayout(self.trial_words)

        self.trial_row.setStretch(1, 1)

        self.rows.addWidget(self.trial_part)

        self.space_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.space_7)

#if QT_CONFIG(shortcut)
        self.address_label.setBuddy(self.address)
        self.user_label.setBuddy(self.user)
        self.password_label.setBuddy(self.password)
        self.name_label.setBuddy(self.name)
        self.counts_label.setBuddy(self.counts)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstRunCamera)

        QMetaObject.connectSlotsByName(FirstRunCamera)
    # setupUi

    def retranslateUi(self, FirstRunCamera):
        self.again.setText(QCoreApplication.translate("FirstRunCamera", u"Look again", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleDescription(QCoreApplication.translate("FirstRunCamera", u"Look for cameras plugged into this computer again", None))
#endif // QT_CONFIG(accessibility)
        self.address_label.setText(QCoreApplication.translate("FirstRunCamera", u"Address", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("FirstRunCamera", u"Address of the camera", None))
#endif // QT_CONFIG(accessibility)
        self.address.setPlaceholderText(QCoreApplication.translate("FirstRunCamera", u"rtsp://192.168.1.20/stream1", None))
        self.user_label.setText(QCoreApplication.translate("FirstRunCamera", u"User", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("FirstRunCamera", u"User of the camera", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("FirstRunCamera", u"Password", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("FirstRunCamera", u"Password of the camera", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.video.setAccessibleName(QCoreApplication.translate("FirstRunCamera", u"Video file", None))
#endif // QT_CONFIG(accessibility)
        self.video.setPlaceholderText(QCoreApplication.translate("FirstRunCamera", u"Video file", None))
        self.browse.setText(QCoreApplication.translate("FirstRunCamera", u"Choose\u2026", None))
#if QT_CONFIG(accessibility)
        self.browse.setAccessibleDescription(QCoreApplication.translate("FirstRunCamera", u"Choose a video file", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("FirstRunCamera", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("FirstRunCamera", u"Name of the camera", None))
#endif // QT_CONFIG(accessibility)
        self.counts_label.setText(QCoreApplication.translate("FirstRunCamera", u"Counts as", None))
#if QT_CONFIG(accessibility)
        self.counts.setAccessibleName(QCoreApplication.translate("FirstRunCamera", u"What passing the camera counts as", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.picture.setAccessibleName(QCoreApplication.translate("FirstRunCamera", u"What the camera sees", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

