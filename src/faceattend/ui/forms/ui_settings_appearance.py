
################################################################################
## Form generated from reading UI file 'settings_appearance.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QLabel, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.segmented import Segmented

class Ui_SettingsAppearance(object):
    def setupUi(self, SettingsAppearance):
        if not SettingsAppearance.objectName():
            SettingsAppearance.setObjectName(u"SettingsAppearance")
        self.SettingsAppearance_rows = QVBoxLayout(SettingsAppearance)
        self.SettingsAppearance_rows.setSpacing(0)
        self.SettingsAppearance_rows.setObjectName(u"SettingsAppearance_rows")
        self.SettingsAppearance_rows.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(SettingsAppearance)
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

        self.space_2 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.scroll_content_rows.addItem(self.space_2)

        self.card = QFrame(self.scroll_content)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"kind", u"card")
        self.card_rows = QVBoxLayout(self.card)
        self.card_rows.setSpacing(12)
        self.card_rows.setObjectName(u"card_rows")
        self.card_rows.setContentsMargins(20, 16, 20, 16)
        self.qlabel_3 = QLabel(self.card)
        self.qlabel_3.setObjectName(u"qlabel_3")
        self.qlabel_3.setProperty(u"role", u"pane")

        self.card_rows.addWidget(self.qlabel_3)

        self.theme = Segmented(self.card)
        self.theme.setObjectName(u"theme")

        self.card_rows.addWidget(self.theme)

        self.theme_hint = Prose(self.card)
        self.theme_hint.setObjectName(u"theme_hint")
        self.theme_hint.setProperty(u"tone", u"text2")

        self.card_rows.addWidget(self.theme_hint)


        self.scroll_content_rows.addWidget(self.card)

        self.space_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.scroll_content_rows.addItem(self.space_8)

        self.scroll.setWidget(self.scroll_content)

        self.SettingsAppearance_rows.addWidget(self.scroll)


        self.retranslateUi(SettingsAppearance)

        QMetaObject.connectSlotsByName(SettingsAppearance)
    # setupUi

    def retranslateUi(self, SettingsAppearance):
        self.qlabel_1.setText(QCoreApplication.translate("SettingsAppearance", u"Appearance", None))
        self.qlabel_3.setText(QCoreApplication.translate("SettingsAppearance", u"Light or dark", None))
#if QT_CONFIG(accessibility)
        self.theme.setAccessibleName(QCoreApplication.translate("SettingsAppearance", u"Light or dark", None))
#endif // QT_CONFIG(accessibility)
        self.theme_hint.setText(QCoreApplication.translate("SettingsAppearance", u"Takes effect at once. \u201cSame as the system\u201d follows the desktop, also while FaceAttend runs.", None))
        pass
    # retranslateUi

