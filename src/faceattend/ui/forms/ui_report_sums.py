
################################################################################
## Form generated from reading UI file 'report_sums.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from faceattend.ui.widgets.prose import Prose

class Ui_ReportSumsForm(object):
    def setupUi(self, ReportSumsForm):
        if not ReportSumsForm.objectName():
            ReportSumsForm.setObjectName(u"ReportSumsForm")
        ReportSumsForm.setProperty(u"kind", u"card")
        self.column = QVBoxLayout(ReportSumsForm)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 16, 16, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ReportSumsForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"problem")
        self.title.setWordWrap(True)

        self.head.addWidget(self.title)


        self.column.addLayout(self.head)

        self.sums = QGridLayout()
        self.sums.setObjectName(u"sums")
        self.sums.setHorizontalSpacing(12)
        self.sums.setVerticalSpacing(8)
        self.peopleLabel = QLabel(ReportSumsForm)
        self.peopleLabel.setObjectName(u"peopleLabel")
        self.peopleLabel.setProperty(u"role", u"text2")

        self.sums.addWidget(self.peopleLabel, 0, 0, 1, 1)

        self.people = QLabel(ReportSumsForm)
        self.people.setObjectName(u"people")
        self.people.setProperty(u"role", u"name")
        self.people.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.sums.addWidget(self.people, 0, 1, 1, 1)

        self.daysLabel = QLabel(ReportSumsForm)
        self.daysLabel.setObjectName(u"daysLabel")
        self.daysLabel.setProperty(u"role", u"text2")

        self.sums.addWidget(self.daysLabel, 1, 0, 1, 1)

        self.days = QLabel(ReportSumsForm)
        self.days.setObjectName(u"days")
        self.days.setProperty(u"role", u"name")
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.sums.addWidget(self.days, 1, 1, 1, 1)

        self.hoursLabel = QLabel(ReportSumsForm)
        self.hoursLabel.setObjectName(u"hoursLabel")
        self.hoursLabel.setProperty(u"role", u"text2")

        self.sums.addWidget(self.hoursLabel, 2, 0, 1, 1)

        self.hours = QLabel(ReportSumsForm)
        self.hours.setObjectName(u"hours")
        self.hours.setProperty(u"role", u"name")
        self.hours.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.sums.addWidget(self.hours, 2, 1, 1, 1)

        self.punchesLabel = QLabel(ReportSumsForm)
        self.punchesLabel.setObjectName(u"punchesLabel")
        self.punchesLabel.setProperty(u"role", u"text2")

        self.sums.addWidget(self.punchesLabel, 3, 0, 1, 1)

        self.punches = QLabel(ReportSumsForm)
        self.punches.setObjectName(u"punches")
        self.punches.setProperty(u"role", u"name")
        self.punches.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.sums.addWidget(self.punches, 3, 1, 1, 1)

        self.insideLabel = QLabel(ReportSumsForm)
        self.insideLabel.setObjectName(u"insideLabel")
        self.insideLabel.setProperty(u"role", u"text2")

        self.sums.addWidget(self.insideLabel, 4, 0, 1, 1)

        self.inside = QLabel(ReportSumsForm)
        self.inside.setObjectName(u"inside")
        self.inside.setProperty(u"role", u"name")
        self.inside.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.sums.addWidget(self.inside, 4, 1, 1, 1)


        self.column.addLayout(self.sums)

        self.line = QFrame(ReportSumsForm)
        self.line.setObjectName(u"line")
        self.line.setProperty(u"kind", u"divider")

        self.column.addWidget(self.line)

        self.meaning = Prose(ReportSumsForm)
        self.meaning.setObjectName(u"meaning")

        self.column.addWidget(self.meaning)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(0)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.show = QPushButton(ReportSumsForm)
        self.show.setObjectName(u"show")
        self.show.setMinimumSize(QSize(0, 28))
        self.show.setProperty(u"kind", u"inline")

        self.foot.addWidget(self.show)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap)


        self.column.addLayout(self.foot)


        self.retranslateUi(ReportSumsForm)

        QMetaObject.connectSlotsByName(ReportSumsForm)
    # setupUi

    def retranslateUi(self, ReportSumsForm):
        self.peopleLabel.setText(QCoreApplication.translate("ReportSumsForm", u"People", None))
        self.daysLabel.setText(QCoreApplication.translate("ReportSumsForm", u"Days present", None))
        self.hoursLabel.setText(QCoreApplication.translate("ReportSumsForm", u"Hours", None))
        self.punchesLabel.setText(QCoreApplication.translate("ReportSumsForm", u"Punches", None))
        self.insideLabel.setText(QCoreApplication.translate("ReportSumsForm", u"Still inside", None))
        self.show.setText(QCoreApplication.translate("ReportSumsForm", u"Show the next one", None))
        pass
    # retranslateUi

