
################################################################################
## Form generated from reading UI file 'attendance.ui'
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
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

from faceattend.ui.pages.attendance_grid import AttendanceGrid
from faceattend.ui.pages.attendance_legend import Legend
from faceattend.ui.pages.attendance_pane import DayPane
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.inputs import Choice
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.search_field import SearchField
from faceattend.ui.widgets.segmented import Segmented

class Ui_Attendance(object):
    def setupUi(self, Attendance):
        if not Attendance.objectName():
            Attendance.setObjectName(u"Attendance")
        Attendance.resize(1240, 872)
        self.across = QHBoxLayout(Attendance)
        self.across.setSpacing(0)
        self.across.setObjectName(u"across")
        self.across.setContentsMargins(0, 0, 0, 0)
        self.main = QWidget(Attendance)
        self.main.setObjectName(u"main")
        self.down = QVBoxLayout(self.main)
        self.down.setSpacing(12)
        self.down.setObjectName(u"down")
        self.down.setContentsMargins(24, 16, 24, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(self.main)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head.addWidget(self.title)

        self.head_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_space)

        self.copy = KeyButton(self.main)
        self.copy.setObjectName(u"copy")
        self.copy.setProperty(u"kind", u"quiet")
        self.copy.setProperty(u"glyph", u"copy")

        self.head.addWidget(self.copy)

        self.add = KeyButton(self.main)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"glyph", u"plus")

        self.head.addWidget(self.add)


        self.down.addLayout(self.head)

        self.days = QHBoxLayout()
        self.days.setSpacing(8)
        self.days.setObjectName(u"days")
        self.before = KeyButton(self.main)
        self.before.setObjectName(u"before")
        self.before.setProperty(u"glyph", u"chevron-left")
        self.before.setProperty(u"shape", u"icon")

        self.days.addWidget(self.before)

        self.range = KeyButton(self.main)
        self.range.setObjectName(u"range")
        self.range.setProperty(u"kind", u"quiet")
        self.range.setProperty(u"tone", u"strong")

        self.days.addWidget(self.range)

        self.after = KeyButton(self.main)
        self.after.setObjectName(u"after")
        self.after.setProperty(u"glyph", u"chevron-right")
        self.after.setProperty(u"shape", u"icon")

        self.days.addWidget(self.after)

        self.present = QPushButton(self.main)
        self.present.setObjectName(u"present")

        self.days.addWidget(self.present)

        self.days_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.days.addItem(self.days_space)

        self.stretch = Segmented(self.main)
        self.stretch.setObjectName(u"stretch")

        self.days.addWidget(self.stretch)


        self.down.addLayout(self.days)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.search = SearchField(self.main)
        self.search.setObjectName(u"search")

        self.filters.addWidget(self.search)

        self.group = Choice(self.main)
        self.group.setObjectName(u"group")

        self.filters.addWidget(self.group)

        self.camera = Choice(self.main)
        self.camera.setObjectName(u"camera")

        self.filters.addWidget(self.camera)

        self.state = Choice(self.main)
        self.state.setObjectName(u"state")

        self.filters.addWidget(self.state)

        self.filters.setStretch(0, 2)
        self.filters.setStretch(1, 1)
        self.filters.setStretch(2, 1)
        self.filters.setStretch(3, 1)

        self.down.addLayout(self.filters)

        self.views = QStackedWidget(self.main)
        self.views.setObjectName(u"views")
        self.card = QFrame()
        self.card.setObjectName(u"card")
        self.card.setProperty(u"kind", u"card")
        self.card_down = QVBoxLayout(self.card)
        self.card_down.setSpacing(0)
        self.card_down.setObjectName(u"card_down")
        self.card_down.setContentsMargins(0, 0, 0, 0)
        self.grid = AttendanceGrid(self.card)
        self.grid.setObjectName(u"grid")

        self.card_down.addWidget(self.grid)

        self.views.addWidget(self.card)
        self.nobody = QFrame()
        self.nobody.setObjectName(u"nobody")
        self.nobody.setProperty(u"kind", u"card")
        self.nobody_down = QVBoxLayout(self.nobody)
        self.nobody_down.setObjectName(u"nobody_down")
        self.empty = EmptyState(self.nobody)
        self.empty.setObjectName(u"empty")

        self.nobody_down.addWidget(self.empty)

        self.views.addWidget(self.nobody)

        self.down.addWidget(self.views)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(16)
        self.foot.setObjectName(u"foot")
        self.legend = Legend(self.main)
        self.legend.setObjectName(u"legend")

        self.foot.addWidget(self.legend)

        self.totals = QLabel(self.main)
        self.totals.setObjectName(u"totals")
        self.totals.setAlignment(Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)
        self.totals.setProperty(u"role", u"second")

        self.foot.addWidget(self.totals)


        self.down.addLayout(self.foot)


        self.across.addWidget(self.main)

        self.pane = DayPane(Attendance)
        self.pane.setObjectName(u"pane")

        self.across.addWidget(self.pane)

        self.across.setStretch(0, 1)
        QWidget.setTabOrder(self.copy, self.add)
        QWidget.setTabOrder(self.add, self.before)
        QWidget.setTabOrder(self.before, self.range)
        QWidget.setTabOrder(self.range, self.after)
        QWidget.setTabOrder(self.after, self.present)
        QWidget.setTabOrder(self.present, self.search)
        QWidget.setTabOrder(self.search, self.group)
        QWidget.setTabOrder(self.group, self.camera)
        QWidget.setTabOrder(self.camera, self.state)
        QWidget.setTabOrder(self.state, self.grid)

        self.retranslateUi(Attendance)

        QMetaObject.connectSlotsByName(Attendance)
    # setupUi

    def retranslateUi(self, Attendance):
        self.title.setText(QCoreApplication.translate("Attendance", u"Attendance", None))
        self.copy.setText(QCoreApplication.translate("Attendance", u"Copy", None))
#if QT_CONFIG(tooltip)
        self.copy.setToolTip(QCoreApplication.translate("Attendance", u"Copy the chosen cells, or all rows that are loaded, as a table (Ctrl+C)", None))
#endif // QT_CONFIG(tooltip)
        self.add.setText(QCoreApplication.translate("Attendance", u"Add punch", None))
#if QT_CONFIG(accessibility)
        self.before.setAccessibleName(QCoreApplication.translate("Attendance", u"Before", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.before.setToolTip(QCoreApplication.translate("Attendance", u"Before (Ctrl+Left)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(tooltip)
        self.range.setToolTip(QCoreApplication.translate("Attendance", u"Choose a day in the calendar (G)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.after.setAccessibleName(QCoreApplication.translate("Attendance", u"After", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.after.setToolTip(QCoreApplication.translate("Attendance", u"After (Ctrl+Right)", None))
#endif // QT_CONFIG(tooltip)
        self.present.setText(QCoreApplication.translate("Attendance", u"This week", None))
#if QT_CONFIG(tooltip)
        self.present.setToolTip(QCoreApplication.translate("Attendance", u"Back to the present (T)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.stretch.setAccessibleName(QCoreApplication.translate("Attendance", u"Days seen at once", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("Attendance", u"Name or number", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("Attendance", u"Search by name or number", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.group.setAccessibleName(QCoreApplication.translate("Attendance", u"Group", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.camera.setAccessibleName(QCoreApplication.translate("Attendance", u"Camera", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.state.setAccessibleName(QCoreApplication.translate("Attendance", u"Who is shown", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

