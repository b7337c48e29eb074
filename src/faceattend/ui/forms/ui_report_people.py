
################################################################################
## Form generated from reading UI file 'report_people.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QHBoxLayout, QLabel,
    QListView, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from faceattend.ui.widgets.search_field import SearchField

class Ui_ReportPeople(object):
    def setupUi(self, ReportPeople):
        if not ReportPeople.objectName():
            ReportPeople.setObjectName(u"ReportPeople")
        self.column = QVBoxLayout(ReportPeople)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.search = SearchField(ReportPeople)
        self.search.setObjectName(u"search")

        self.column.addWidget(self.search)

        self.list = QListView(ReportPeople)
        self.list.setObjectName(u"list")
        self.list.setMinimumSize(QSize(0, 196))
        self.list.setProperty(u"kind", u"card")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)

        self.column.addWidget(self.list)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.chosen = QLabel(ReportPeople)
        self.chosen.setObjectName(u"chosen")
        self.chosen.setProperty(u"role", u"second")
        self.chosen.setWordWrap(True)

        self.foot.addWidget(self.chosen)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap)

        self.clear = QPushButton(ReportPeople)
        self.clear.setObjectName(u"clear")
        self.clear.setProperty(u"kind", u"inline")

        self.foot.addWidget(self.clear)


        self.column.addLayout(self.foot)


        self.retranslateUi(ReportPeople)

        QMetaObject.connectSlotsByName(ReportPeople)
    # setupUi

    def retranslateUi(self, ReportPeople):
        self.search.setPlaceholderText(QCoreApplication.translate("ReportPeople", u"Name, number or group", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("ReportPeople", u"Search people to report on", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("ReportPeople", u"People found; Space chooses", None))
#endif // QT_CONFIG(accessibility)
        self.clear.setText(QCoreApplication.translate("ReportPeople", u"Choose nobody", None))
        pass
    # retranslateUi

