
################################################################################
## Form generated from reading UI file 'attendance_pane.ui'
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

from faceattend.ui.widgets.day_bar import DayBarView
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose

class Ui_AttendancePane(object):
    def setupUi(self, AttendancePane):
        if not AttendancePane.objectName():
            AttendancePane.setObjectName(u"AttendancePane")
        AttendancePane.resize(400, 872)
        self.down = QVBoxLayout(AttendancePane)
        self.down.setSpacing(0)
        self.down.setObjectName(u"down")
        self.down.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(AttendancePane)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"pane")

        self.head.addWidget(self.title)

        self.close = KeyButton(AttendancePane)
        self.close.setObjectName(u"close")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.close.sizePolicy().hasHeightForWidth())
        self.close.setSizePolicy(sizePolicy)
        self.close.setProperty(u"kind", u"quiet")
        self.close.setProperty(u"glyph", u"x")
        self.close.setProperty(u"shape", u"icon")

        self.head.addWidget(self.close)


        self.top.addLayout(self.head)

        self.chips = QHBoxLayout()
        self.chips.setSpacing(8)
        self.chips.setObjectName(u"chips")
        self.chips_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.chips.addItem(self.chips_space)


        self.top.addLayout(self.chips)

        self.words = Prose(AttendancePane)
        self.words.setObjectName(u"words")

        self.top.addWidget(self.words)

        self.bar = DayBarView(AttendancePane)
        self.bar.setObjectName(u"bar")

        self.top.addWidget(self.bar)


        self.down.addLayout(self.top)

        self.scroll = QScrollArea(AttendancePane)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.evidence = QVBoxLayout(self.inside)
        self.evidence.setSpacing(8)
        self.evidence.setObjectName(u"evidence")
        self.evidence.setContentsMargins(24, 16, 24, 16)
        self.count = QLabel(self.inside)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"problem")

        self.evidence.addWidget(self.count)

        self.cards = QVBoxLayout()
        self.cards.setSpacing(8)
        self.cards.setObjectName(u"cards")

        self.evidence.addLayout(self.cards)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.evidence.addItem(self.below)

        self.scroll.setWidget(self.inside)

        self.down.addWidget(self.scroll)

        self.foot = QFrame(AttendancePane)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"kind", u"foot")
        self.foot_across = QHBoxLayout(self.foot)
        self.foot_across.setObjectName(u"foot_across")
        self.foot_across.setContentsMargins(24, 15, 24, 16)
        self.add = KeyButton(self.foot)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"glyph", u"pencil")

        self.foot_across.addWidget(self.add)

        self.add_hint = QLabel(self.foot)
        self.add_hint.setObjectName(u"add_hint")
        self.add_hint.setAlignment(Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)
        self.add_hint.setProperty(u"role", u"second")

        self.foot_across.addWidget(self.add_hint)

        self.foot_across.setStretch(1, 1)

        self.down.addWidget(self.foot)

        QWidget.setTabOrder(self.close, self.add)

        self.retranslateUi(AttendancePane)

        QMetaObject.connectSlotsByName(AttendancePane)
    # setupUi

    def retranslateUi(self, AttendancePane):
#if QT_CONFIG(accessibility)
        self.close.setAccessibleName(QCoreApplication.translate("AttendancePane", u"Close the pane", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.close.setToolTip(QCoreApplication.translate("AttendancePane", u"Close the pane (Esc)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.scroll.setAccessibleName(QCoreApplication.translate("AttendancePane", u"Evidence", None))
#endif // QT_CONFIG(accessibility)
        self.add.setText(QCoreApplication.translate("AttendancePane", u"Add a punch here", None))
        self.add_hint.setText(QCoreApplication.translate("AttendancePane", u"needs a reason", None))
        pass
    # retranslateUi

