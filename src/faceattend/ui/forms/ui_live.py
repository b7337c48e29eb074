
################################################################################
## Form generated from reading UI file 'live.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from faceattend.ui.pages.live_feed import FeedPane
from faceattend.ui.pages.live_wall import LiveWall
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.segmented import Segmented

class Ui_Live(object):
    def setupUi(self, Live):
        if not Live.objectName():
            Live.setObjectName(u"Live")
        self.Live_layout = QHBoxLayout(Live)
        self.Live_layout.setSpacing(0)
        self.Live_layout.setObjectName(u"Live_layout")
        self.Live_layout.setContentsMargins(0, 0, 0, 0)
        self.side = QWidget(Live)
        self.side.setObjectName(u"side")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.side.sizePolicy().hasHeightForWidth())
        self.side.setSizePolicy(sizePolicy)
        self.side_layout = QVBoxLayout(self.side)
        self.side_layout.setSpacing(11)
        self.side_layout.setObjectName(u"side_layout")
        self.side_layout.setContentsMargins(19, 16, 23, 11)
        self.head = QWidget(self.side)
        self.head.setObjectName(u"head")
        self.head_layout = QHBoxLayout(self.head)
        self.head_layout.setSpacing(12)
        self.head_layout.setObjectName(u"head_layout")
        self.head_layout.setContentsMargins(5, 0, 5, 0)
        self.title = QLabel(self.head)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head_layout.addWidget(self.title)

        self.clock = QLabel(self.head)
        self.clock.setObjectName(u"clock")
        self.clock.setProperty(u"role", u"text2")
        self.clock.setProperty(u"tone", u"text3")

        self.head_layout.addWidget(self.clock)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head_layout.addItem(self.spacer_1)

        self.sort_button = KeyButton(self.head)
        self.sort_button.setObjectName(u"sort_button")
        self.sort_button.setCheckable(True)
        self.sort_button.setProperty(u"kind", u"quiet")
        self.sort_button.setProperty(u"glyph", u"arrow-up-down")

        self.head_layout.addWidget(self.sort_button)

        self.pager = QWidget(self.head)
        self.pager.setObjectName(u"pager")
        self.pager_layout = QHBoxLayout(self.pager)
        self.pager_layout.setSpacing(4)
        self.pager_layout.setObjectName(u"pager_layout")
        self.pager_layout.setContentsMargins(0, 0, 0, 0)
        self.previous_button = QPushButton(self.pager)
        self.previous_button.setObjectName(u"previous_button")
        self.previous_button.setProperty(u"kind", u"quiet")
        self.previous_button.setProperty(u"shape", u"icon")

        self.pager_layout.addWidget(self.previous_button)

        self.page_label = QLabel(self.pager)
        self.page_label.setObjectName(u"page_label")
        self.page_label.setProperty(u"role", u"second")

        self.pager_layout.addWidget(self.page_label)

        self.next_button = QPushButton(self.pager)
        self.next_button.setObjectName(u"next_button")
        self.next_button.setProperty(u"kind", u"quiet")
        self.next_button.setProperty(u"shape", u"icon")

        self.pager_layout.addWidget(self.next_button)


        self.head_layout.addWidget(self.pager)

        self.back_button = QPushButton(self.head)
        self.back_button.setObjectName(u"back_button")
        self.back_button.setProperty(u"kind", u"secondary")

        self.head_layout.addWidget(self.back_button)

        self.feed_button = KeyButton(self.head)
        self.feed_button.setObjectName(u"feed_button")
        self.feed_button.setProperty(u"glyph", u"users")
        self.feed_button.setProperty(u"key", u"S")

        self.head_layout.addWidget(self.feed_button)

        self.layouts = Segmented(self.head)
        self.layouts.setObjectName(u"layouts")

        self.head_layout.addWidget(self.layouts)


        self.side_layout.addWidget(self.head)

        self.wall_stack = QStackedWidget(self.side)
        self.wall_stack.setObjectName(u"wall_stack")
        self.wall_page = QWidget()
        self.wall_page.setObjectName(u"wall_page")
        self.wall_page_layout = QVBoxLayout(self.wall_page)
        self.wall_page_layout.setSpacing(0)
        self.wall_page_layout.setObjectName(u"wall_page_layout")
        self.wall_page_layout.setContentsMargins(0, 0, 0, 0)
        self.wall = LiveWall(self.wall_page)
        self.wall.setObjectName(u"wall")
        sizePolicy.setHeightForWidth(self.wall.sizePolicy().hasHeightForWidth())
        self.wall.setSizePolicy(sizePolicy)

        self.wall_page_layout.addWidget(self.wall)

        self.wall_stack.addWidget(self.wall_page)
        self.no_cameras_page = QWidget()
        self.no_cameras_page.setObjectName(u"no_cameras_page")
        self.no_cameras_layout = QVBoxLayout(self.no_cameras_page)
        self.no_cameras_layout.setSpacing(0)
        self.no_cameras_layout.setObjectName(u"no_cameras_layout")
        self.no_cameras_layout.setContentsMargins(0, 0, 0, 0)
        self.no_cameras = EmptyState(self.no_cameras_page)
        self.no_cameras.setObjectName(u"no_cameras")

        self.no_cameras_layout.addWidget(self.no_cameras)

        self.wall_stack.addWidget(self.no_cameras_page)
        self.elsewhere_page = QWidget()
        self.elsewhere_page.setObjectName(u"elsewhere_page")
        self.elsewhere_layout = QVBoxLayout(self.elsewhere_page)
        self.elsewhere_layout.setSpacing(0)
        self.elsewhere_layout.setObjectName(u"elsewhere_layout")
        self.elsewhere_layout.setContentsMargins(0, 0, 0, 0)
        self.elsewhere = EmptyState(self.elsewhere_page)
        self.elsewhere.setObjectName(u"elsewhere")

        self.elsewhere_layout.addWidget(self.elsewhere)

        self.wall_stack.addWidget(self.elsewhere_page)

        self.side_layout.addWidget(self.wall_stack)


        self.Live_layout.addWidget(self.side)

        self.feed = FeedPane(Live)
        self.feed.setObjectName(u"feed")
        self.feed.setProperty(u"kind", u"pane")

        self.Live_layout.addWidget(self.feed)

        QWidget.setTabOrder(self.sort_button, self.previous_button)
        QWidget.setTabOrder(self.previous_button, self.next_button)
        QWidget.setTabOrder(self.next_button, self.back_button)
        QWidget.setTabOrder(self.back_button, self.feed_button)
        QWidget.setTabOrder(self.feed_button, self.layouts)

        self.retranslateUi(Live)

        QMetaObject.connectSlotsByName(Live)
    # setupUi

    def retranslateUi(self, Live):
        self.title.setText(QCoreApplication.translate("Live", u"Live", None))
        self.sort_button.setText(QCoreApplication.translate("Live", u"Problems first", None))
#if QT_CONFIG(tooltip)
        self.sort_button.setToolTip(QCoreApplication.translate("Live", u"Put blind cameras and unknown visitors before the others", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.previous_button.setAccessibleName(QCoreApplication.translate("Live", u"Previous cameras", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.previous_button.setToolTip(QCoreApplication.translate("Live", u"Previous cameras", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.next_button.setAccessibleName(QCoreApplication.translate("Live", u"Next cameras", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.next_button.setToolTip(QCoreApplication.translate("Live", u"Next cameras", None))
#endif // QT_CONFIG(tooltip)
        self.back_button.setText(QCoreApplication.translate("Live", u"All cameras", None))
#if QT_CONFIG(tooltip)
        self.feed_button.setToolTip(QCoreApplication.translate("Live", u"Who passed today, and who waits for an answer", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.layouts.setAccessibleName(QCoreApplication.translate("Live", u"Cameras shown at once", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.wall.setAccessibleName(QCoreApplication.translate("Live", u"Cameras", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.feed.setAccessibleName(QCoreApplication.translate("Live", u"Seen today", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

