
################################################################################
## Form generated from reading UI file 'people_list.ui'
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

from faceattend.ui.pages.people_table import PeopleTable
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.inputs import Choice
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.search_field import SearchField

class Ui_PeopleList(object):
    def setupUi(self, PeopleList):
        if not PeopleList.objectName():
            PeopleList.setObjectName(u"PeopleList")
        self.PeopleList_layout = QVBoxLayout(PeopleList)
        self.PeopleList_layout.setSpacing(0)
        self.PeopleList_layout.setObjectName(u"PeopleList_layout")
        self.PeopleList_layout.setContentsMargins(24, 16, 24, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(PeopleList)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head.addWidget(self.title)

        self.count = QLabel(PeopleList)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"text2")

        self.head.addWidget(self.count)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.import_button = KeyButton(PeopleList)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setProperty(u"kind", u"secondary")
        self.import_button.setProperty(u"glyph", u"file-up")

        self.head.addWidget(self.import_button)

        self.enrol_button = KeyButton(PeopleList)
        self.enrol_button.setObjectName(u"enrol_button")
        self.enrol_button.setProperty(u"kind", u"primary")
        self.enrol_button.setProperty(u"glyph", u"user-plus")
        self.enrol_button.setProperty(u"key", u"N")

        self.head.addWidget(self.enrol_button)


        self.PeopleList_layout.addLayout(self.head)

        self.spacer_2 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.PeopleList_layout.addItem(self.spacer_2)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.filters.setContentsMargins(0, 0, 0, 0)
        self.search = SearchField(PeopleList)
        self.search.setObjectName(u"search")
        self.search.setMinimumSize(QSize(160, 0))
        self.search.setMaximumSize(QSize(288, 16777215))

        self.filters.addWidget(self.search)

        self.group = Choice(PeopleList)
        self.group.setObjectName(u"group")
        self.group.setMinimumSize(QSize(152, 0))

        self.filters.addWidget(self.group)

        self.state = Choice(PeopleList)
        self.state.setObjectName(u"state")
        self.state.setMinimumSize(QSize(152, 0))

        self.filters.addWidget(self.state)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.spacer_3)

        self.order_button = KeyButton(PeopleList)
        self.order_button.setObjectName(u"order_button")
        self.order_button.setProperty(u"kind", u"quiet")
        self.order_button.setProperty(u"glyph", u"arrow-up-down")

        self.filters.addWidget(self.order_button)

        self.filters.setStretch(0, 1)

        self.PeopleList_layout.addLayout(self.filters)

        self.spacer_4 = QSpacerItem(0, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.PeopleList_layout.addItem(self.spacer_4)

        self.card = QFrame(PeopleList)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"kind", u"card")
        self.card_layout = QVBoxLayout(self.card)
        self.card_layout.setSpacing(0)
        self.card_layout.setObjectName(u"card_layout")
        self.card_layout.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(self.card)
        self.stack.setObjectName(u"stack")
        self.table_side = QWidget()
        self.table_side.setObjectName(u"table_side")
        self.table_side_layout = QVBoxLayout(self.table_side)
        self.table_side_layout.setSpacing(0)
        self.table_side_layout.setObjectName(u"table_side_layout")
        self.table_side_layout.setContentsMargins(0, 0, 0, 0)
        self.table = PeopleTable(self.table_side)
        self.table.setObjectName(u"table")

        self.table_side_layout.addWidget(self.table)

        self.stack.addWidget(self.table_side)
        self.empty_side = QWidget()
        self.empty_side.setObjectName(u"empty_side")
        self.empty_side_layout = QVBoxLayout(self.empty_side)
        self.empty_side_layout.setSpacing(0)
        self.empty_side_layout.setObjectName(u"empty_side_layout")
        self.empty_side_layout.setContentsMargins(0, 0, 0, 0)
        self.empty = EmptyState(self.empty_side)
        self.empty.setObjectName(u"empty")

        self.empty_side_layout.addWidget(self.empty)

        self.stack.addWidget(self.empty_side)

        self.card_layout.addWidget(self.stack)

        self.footer_line = QFrame(self.card)
        self.footer_line.setObjectName(u"footer_line")
        self.footer_line.setProperty(u"kind", u"foot")
        self.footer_line_layout = QHBoxLayout(self.footer_line)
        self.footer_line_layout.setSpacing(0)
        self.footer_line_layout.setObjectName(u"footer_line_layout")
        self.footer_line_layout.setContentsMargins(16, 4, 16, 4)
        self.footer = QLabel(self.footer_line)
        self.footer.setObjectName(u"footer")
        self.footer.setProperty(u"role", u"second")

        self.footer_line_layout.addWidget(self.footer)


        self.card_layout.addWidget(self.footer_line)


        self.PeopleList_layout.addWidget(self.card)

        QWidget.setTabOrder(self.import_button, self.enrol_button)
        QWidget.setTabOrder(self.enrol_button, self.search)
        QWidget.setTabOrder(self.search, self.group)
        QWidget.setTabOrder(self.group, self.state)
        QWidget.setTabOrder(self.state, self.order_button)
        QWidget.setTabOrder(self.order_button, self.table)

        self.retranslateUi(PeopleList)

        QMetaObject.connectSlotsByName(PeopleList)
    # setupUi

    def retranslateUi(self, PeopleList):
        self.title.setText(QCoreApplication.translate("PeopleList", u"People", None))
        self.import_button.setText(QCoreApplication.translate("PeopleList", u"Import\u2026", None))
        self.enrol_button.setText(QCoreApplication.translate("PeopleList", u"Enrol person", None))
        self.search.setPlaceholderText(QCoreApplication.translate("PeopleList", u"Name, number or group  (Ctrl+F)", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("PeopleList", u"Search people by name, number or group", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.group.setAccessibleName(QCoreApplication.translate("PeopleList", u"Group", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.state.setAccessibleName(QCoreApplication.translate("PeopleList", u"Active or not", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("PeopleList", u"People", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

