
################################################################################
## Form generated from reading UI file 'live_feed.ui'
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
    QLabel, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from faceattend.ui.pages.live_filters import FeedFilters
from faceattend.ui.pages.live_list import FeedList
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.search_field import SearchField

class Ui_LiveFeed(object):
    def setupUi(self, LiveFeed):
        if not LiveFeed.objectName():
            LiveFeed.setObjectName(u"LiveFeed")
        self.LiveFeed_layout = QVBoxLayout(LiveFeed)
        self.LiveFeed_layout.setSpacing(0)
        self.LiveFeed_layout.setObjectName(u"LiveFeed_layout")
        self.LiveFeed_layout.setContentsMargins(0, 0, 0, 0)
        self.head = QWidget(LiveFeed)
        self.head.setObjectName(u"head")
        self.head_layout = QVBoxLayout(self.head)
        self.head_layout.setSpacing(12)
        self.head_layout.setObjectName(u"head_layout")
        self.head_layout.setContentsMargins(20, 16, 20, 12)
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(8)
        self.title_row.setObjectName(u"title_row")
        self.title_row.setContentsMargins(0, 0, 0, 0)
        self.back_button = KeyButton(self.head)
        self.back_button.setObjectName(u"back_button")
        self.back_button.setProperty(u"kind", u"quiet")
        self.back_button.setProperty(u"glyph", u"arrow-left")
        self.back_button.setProperty(u"key", u"Esc")

        self.title_row.addWidget(self.back_button)

        self.title = QLabel(self.head)
        self.title.setObjectName(u"title")
        self.title.setMinimumSize(QSize(0, 32))
        self.title.setProperty(u"role", u"pane")

        self.title_row.addWidget(self.title)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.title_row.addItem(self.spacer_1)

        self.punches = QLabel(self.head)
        self.punches.setObjectName(u"punches")
        self.punches.setProperty(u"role", u"text2")
        self.punches.setProperty(u"tone", u"text2")

        self.title_row.addWidget(self.punches)


        self.head_layout.addLayout(self.title_row)

        self.search = SearchField(self.head)
        self.search.setObjectName(u"search")

        self.head_layout.addWidget(self.search)

        self.filters = FeedFilters(self.head)
        self.filters.setObjectName(u"filters")

        self.head_layout.addWidget(self.filters)


        self.LiveFeed_layout.addWidget(self.head)

        self.stack = QStackedWidget(LiveFeed)
        self.stack.setObjectName(u"stack")
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_layout = QVBoxLayout(self.list_page)
        self.list_layout.setSpacing(0)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.list = FeedList(self.list_page)
        self.list.setObjectName(u"list")

        self.list_layout.addWidget(self.list)

        self.choice = QFrame(self.list_page)
        self.choice.setObjectName(u"choice")
        self.choice.setProperty(u"kind", u"foot")
        self.choice_row = QHBoxLayout(self.choice)
        self.choice_row.setSpacing(8)
        self.choice_row.setObjectName(u"choice_row")
        self.choice_row.setContentsMargins(20, 8, 20, 8)
        self.chosen = QLabel(self.choice)
        self.chosen.setObjectName(u"chosen")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.chosen.sizePolicy().hasHeightForWidth())
        self.chosen.setSizePolicy(sizePolicy)
        self.chosen.setWordWrap(True)

        self.choice_row.addWidget(self.chosen)

        self.dismiss_button = KeyButton(self.choice)
        self.dismiss_button.setObjectName(u"dismiss_button")
        self.dismiss_button.setProperty(u"key", u"X")

        self.choice_row.addWidget(self.dismiss_button)

        self.end_button = KeyButton(self.choice)
        self.end_button.setObjectName(u"end_button")
        self.end_button.setProperty(u"kind", u"quiet")
        self.end_button.setProperty(u"glyph", u"x")

        self.choice_row.addWidget(self.end_button)


        self.list_layout.addWidget(self.choice)

        self.stack.addWidget(self.list_page)
        self.loading_page = QWidget()
        self.loading_page.setObjectName(u"loading_page")
        self.loading_layout = QVBoxLayout(self.loading_page)
        self.loading_layout.setSpacing(0)
        self.loading_layout.setObjectName(u"loading_layout")
        self.loading_layout.setContentsMargins(20, 12, 20, 12)
        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.loading_layout.addItem(self.spacer_2)

        self.stack.addWidget(self.loading_page)
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.empty_layout = QVBoxLayout(self.empty_page)
        self.empty_layout.setSpacing(0)
        self.empty_layout.setObjectName(u"empty_layout")
        self.empty_layout.setContentsMargins(0, 0, 0, 0)
        self.empty = EmptyState(self.empty_page)
        self.empty.setObjectName(u"empty")

        self.empty_layout.addWidget(self.empty)

        self.stack.addWidget(self.empty_page)

        self.LiveFeed_layout.addWidget(self.stack)

        QWidget.setTabOrder(self.search, self.list)
        QWidget.setTabOrder(self.list, self.dismiss_button)
        QWidget.setTabOrder(self.dismiss_button, self.end_button)

        self.retranslateUi(LiveFeed)

        QMetaObject.connectSlotsByName(LiveFeed)
    # setupUi

    def retranslateUi(self, LiveFeed):
        self.back_button.setText(QCoreApplication.translate("LiveFeed", u"Cameras", None))
        self.title.setText(QCoreApplication.translate("LiveFeed", u"Seen today", None))
        self.search.setPlaceholderText(QCoreApplication.translate("LiveFeed", u"Name, group or camera", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("LiveFeed", u"Search for a name, group or camera", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.filters.setAccessibleName(QCoreApplication.translate("LiveFeed", u"Which passages to show", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("LiveFeed", u"Passages", None))
#endif // QT_CONFIG(accessibility)
        self.dismiss_button.setText(QCoreApplication.translate("LiveFeed", u"Dismiss", None))
#if QT_CONFIG(accessibility)
        self.end_button.setAccessibleName(QCoreApplication.translate("LiveFeed", u"Choose no more", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.end_button.setToolTip(QCoreApplication.translate("LiveFeed", u"Choose no more (Esc)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

