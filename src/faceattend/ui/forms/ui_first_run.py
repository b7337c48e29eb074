
################################################################################
## Form generated from reading UI file 'first_run.ui'
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
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.setup_card import SetupCard
from faceattend.ui.widgets.step_list import StepList

class Ui_FirstRun(object):
    def setupUi(self, FirstRun):
        if not FirstRun.objectName():
            FirstRun.setObjectName(u"FirstRun")
        self.window_rows = QVBoxLayout(FirstRun)
        self.window_rows.setSpacing(0)
        self.window_rows.setObjectName(u"window_rows")
        self.window_rows.setContentsMargins(0, 0, 0, 0)
        self.ground = QWidget(FirstRun)
        self.ground.setObjectName(u"ground")
        self.ground_rows = QVBoxLayout(self.ground)
        self.ground_rows.setSpacing(0)
        self.ground_rows.setObjectName(u"ground_rows")
        self.ground_rows.setContentsMargins(16, 16, 16, 16)
        self.space_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.ground_rows.addItem(self.space_7)

        self.card_in_row = QHBoxLayout()
        self.card_in_row.setSpacing(0)
        self.card_in_row.setObjectName(u"card_in_row")
        self.card_in_row.setContentsMargins(0, 0, 0, 0)
        self.space_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.card_in_row.addItem(self.space_8)

        self.card = SetupCard(self.ground)
        self.card.setObjectName(u"card")
        self.card.setMaximumSize(QSize(960, 700))
        self.card_row = QHBoxLayout(self.card)
        self.card_row.setSpacing(0)
        self.card_row.setObjectName(u"card_row")
        self.card_row.setContentsMargins(0, 1, 1, 1)
        self.rail = QWidget(self.card)
        self.rail.setObjectName(u"rail")
        self.rail.setMinimumSize(QSize(264, 0))
        self.rail.setMaximumSize(QSize(264, 16777215))
        self.rail_rows = QVBoxLayout(self.rail)
        self.rail_rows.setSpacing(0)
        self.rail_rows.setObjectName(u"rail_rows")
        self.rail_rows.setContentsMargins(12, 24, 12, 12)
        self.brand_row = QHBoxLayout()
        self.brand_row.setSpacing(8)
        self.brand_row.setObjectName(u"brand_row")
        self.brand_row.setContentsMargins(12, 0, 0, 0)
        self.product = QLabel(self.rail)
        self.product.setObjectName(u"product")
        self.product.setProperty(u"role", u"pane")

        self.brand_row.addWidget(self.product)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.brand_row.addItem(self.space_1)


        self.rail_rows.addLayout(self.brand_row)

        self.space_2 = QSpacerItem(0, 24, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rail_rows.addItem(self.space_2)

        self.steps = StepList(self.rail)
        self.steps.setObjectName(u"steps")

        self.rail_rows.addWidget(self.steps)

        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rail_rows.addItem(self.space_3)

        self.alone_row = QHBoxLayout()
        self.alone_row.setSpacing(0)
        self.alone_row.setObjectName(u"alone_row")
        self.alone_row.setContentsMargins(0, 0, 0, 0)
        self.alone = KeyButton(self.rail)
        self.alone.setObjectName(u"alone")
        self.alone.setProperty(u"kind", u"quiet")
        self.alone.setProperty(u"scale", u"small")

        self.alone_row.addWidget(self.alone)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.alone_row.addItem(self.space_4)


        self.rail_rows.addLayout(self.alone_row)


        self.card_row.addWidget(self.rail)

        self.page = QWidget(self.card)
        self.page.setObjectName(u"page")
        self.page_rows = QVBoxLayout(self.page)
        self.page_rows.setSpacing(0)
        self.page_rows.setObjectName(u"page_rows")
        self.page_rows.setContentsMargins(0, 0, 0, 0)
        self.head = QWidget(self.page)
        self.head.setObjectName(u"head")
        self.head_rows = QVBoxLayout(self.head)
        self.head_rows.setSpacing(0)
        self.head_rows.setObjectName(u"head_rows")
        self.head_rows.setContentsMargins(32, 24, 32, 0)
        self.title = QLabel(self.head)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head_rows.addWidget(self.title)

        self.space_5 = QSpacerItem(0, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.head_rows.addItem(self.space_5)

        self.lead = Prose(self.head)
        self.lead.setObjectName(u"lead")
        self.lead.setProperty(u"tone", u"text2")

        self.head_rows.addWidget(self.lead)

        self.space_6 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.head_rows.addItem(self.space_6)

        self.trouble = Banner(self.head)
        self.trouble.setObjectName(u"trouble")

        self.head_rows.addWidget(self.trouble)


        self.page_rows.addWidget(self.head)

        self.scroll = QScrollArea(self.page)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolled = QWidget()
        self.scrolled.setObjectName(u"scrolled")
        self.scrolled_rows = QVBoxLayout(self.scrolled)
        self.scrolled_rows.setSpacing(0)
        self.scrolled_rows.setObjectName(u"scrolled_rows")
        self.scrolled_rows.setContentsMargins(32, 12, 32, 16)
        self.scroll.setWidget(self.scrolled)

        self.page_rows.addWidget(self.scroll)

        self.line = QFrame(self.page)
        self.line.setObjectName(u"line")
        self.line.setProperty(u"kind", u"divider")

        self.page_rows.addWidget(self.line)

        self.foot = QWidget(self.page)
        self.foot.setObjectName(u"foot")
        self.foot.setMinimumSize(QSize(0, 63))
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_row.setSpacing(16)
        self.foot_row.setObjectName(u"foot_row")
        self.foot_row.setContentsMargins(32, 0, 32, 0)
        self.back = KeyButton(self.foot)
        self.back.setObjectName(u"back")

        self.foot_row.addWidget(self.back)

        self.missing = Prose(self.foot)
        self.missing.setObjectName(u"missing")
        self.missing.setProperty(u"tone", u"text2")

        self.foot_row.addWidget(self.missing)

        self.later = KeyButton(self.foot)
        self.later.setObjectName(u"later")
        self.later.setProperty(u"kind", u"quiet")

        self.foot_row.addWidget(self.later)

        self.forward = KeyButton(self.foot)
        self.forward.setObjectName(u"forward")
        self.forward.setProperty(u"kind", u"primary")
        self.forward.setProperty(u"key", u"Enter")

        self.foot_row.addWidget(self.forward)

        self.foot_row.setStretch(1, 1)

        self.page_rows.addWidget(self.foot)

        self.page_rows.setStretch(1, 1)

        self.card_row.addWidget(self.page)

        self.card_row.setStretch(1, 1)

        self.card_in_row.addWidget(self.card)

        self.space_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.card_in_row.addItem(self.space_9)

        self.card_in_row.setStretch(0, 1)
        self.card_in_row.setStretch(1, 1000)
        self.card_in_row.setStretch(2, 1)

        self.ground_rows.addLayout(self.card_in_row)

        self.space_10 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.ground_rows.addItem(self.space_10)

        self.ground_rows.setStretch(0, 1)
        self.ground_rows.setStretch(1, 1000)
        self.ground_rows.setStretch(2, 1)

        self.window_rows.addWidget(self.ground)

        self.window_rows.setStretch(0, 1)

        self.retranslateUi(FirstRun)

        QMetaObject.connectSlotsByName(FirstRun)
    # setupUi

    def retranslateUi(self, FirstRun):
        self.product.setText(QCoreApplication.translate("FirstRun", u"Set up FaceAttend", None))
#if QT_CONFIG(accessibility)
        self.steps.setAccessibleName(QCoreApplication.translate("FirstRun", u"Steps", None))
#endif // QT_CONFIG(accessibility)
        self.alone.setText(QCoreApplication.translate("FirstRun", u"I will set it up myself", None))
        self.back.setText(QCoreApplication.translate("FirstRun", u"Back", None))
        self.later.setText(QCoreApplication.translate("FirstRun", u"Later", None))
        self.forward.setText(QCoreApplication.translate("FirstRun", u"Continue", None))
        pass
    # retranslateUi

