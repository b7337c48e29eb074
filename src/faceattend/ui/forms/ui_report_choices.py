
################################################################################
## Form generated from reading UI file 'report_choices.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QSizePolicy,
    QVBoxLayout, QWidget)

from faceattend.ui.pages.reports_people import PeoplePicker
from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.inputs import (Choice, DateField)
from faceattend.ui.widgets.segmented import Segmented

class Ui_ReportChoicesForm(object):
    def setupUi(self, ReportChoicesForm):
        if not ReportChoicesForm.objectName():
            ReportChoicesForm.setObjectName(u"ReportChoicesForm")
        self.column = QVBoxLayout(ReportChoicesForm)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.periodField = QVBoxLayout()
        self.periodField.setSpacing(4)
        self.periodField.setObjectName(u"periodField")
        self.periodField.setContentsMargins(0, 0, 0, 0)
        self.periodLabel = QLabel(ReportChoicesForm)
        self.periodLabel.setObjectName(u"periodLabel")
        self.periodLabel.setProperty(u"role", u"label")

        self.periodField.addWidget(self.periodLabel)

        self.period = Choice(ReportChoicesForm)
        self.period.setObjectName(u"period")

        self.periodField.addWidget(self.period)

        self.days = QLabel(ReportChoicesForm)
        self.days.setObjectName(u"days")
        self.days.setProperty(u"role", u"second")

        self.periodField.addWidget(self.days)


        self.column.addLayout(self.periodField)

        self.range = QWidget(ReportChoicesForm)
        self.range.setObjectName(u"range")
        self.rangeColumn = QVBoxLayout(self.range)
        self.rangeColumn.setSpacing(4)
        self.rangeColumn.setObjectName(u"rangeColumn")
        self.rangeColumn.setContentsMargins(0, 0, 0, 0)
        self.rangeRow = QHBoxLayout()
        self.rangeRow.setSpacing(8)
        self.rangeRow.setObjectName(u"rangeRow")
        self.rangeRow.setContentsMargins(0, 0, 0, 0)
        self.firstField = QVBoxLayout()
        self.firstField.setSpacing(4)
        self.firstField.setObjectName(u"firstField")
        self.firstField.setContentsMargins(0, 0, 0, 0)
        self.firstLabel = QLabel(self.range)
        self.firstLabel.setObjectName(u"firstLabel")
        self.firstLabel.setProperty(u"role", u"label")

        self.firstField.addWidget(self.firstLabel)

        self.first = DateField(self.range)
        self.first.setObjectName(u"first")

        self.firstField.addWidget(self.first)


        self.rangeRow.addLayout(self.firstField)

        self.lastField = QVBoxLayout()
        self.lastField.setSpacing(4)
        self.lastField.setObjectName(u"lastField")
        self.lastField.setContentsMargins(0, 0, 0, 0)
        self.lastLabel = QLabel(self.range)
        self.lastLabel.setObjectName(u"lastLabel")
        self.lastLabel.setProperty(u"role", u"label")

        self.lastField.addWidget(self.lastLabel)

        self.last = DateField(self.range)
        self.last.setObjectName(u"last")

        self.lastField.addWidget(self.last)


        self.rangeRow.addLayout(self.lastField)


        self.rangeColumn.addLayout(self.rangeRow)

        self.rangeError = ErrorLine(self.range)
        self.rangeError.setObjectName(u"rangeError")

        self.rangeColumn.addWidget(self.rangeError)


        self.column.addWidget(self.range)

        self.peopleField = QVBoxLayout()
        self.peopleField.setSpacing(4)
        self.peopleField.setObjectName(u"peopleField")
        self.peopleField.setContentsMargins(0, 0, 0, 0)
        self.peopleLabel = QLabel(ReportChoicesForm)
        self.peopleLabel.setObjectName(u"peopleLabel")
        self.peopleLabel.setProperty(u"role", u"label")

        self.peopleField.addWidget(self.peopleLabel)

        self.people = Choice(ReportChoicesForm)
        self.people.setObjectName(u"people")

        self.peopleField.addWidget(self.people)

        self.picker = PeoplePicker(ReportChoicesForm)
        self.picker.setObjectName(u"picker")

        self.peopleField.addWidget(self.picker)


        self.column.addLayout(self.peopleField)

        self.formatField = QVBoxLayout()
        self.formatField.setSpacing(4)
        self.formatField.setObjectName(u"formatField")
        self.formatField.setContentsMargins(0, 0, 0, 0)
        self.formatLabel = QLabel(ReportChoicesForm)
        self.formatLabel.setObjectName(u"formatLabel")
        self.formatLabel.setProperty(u"role", u"label")

        self.formatField.addWidget(self.formatLabel)

        self.format = Segmented(ReportChoicesForm)
        self.format.setObjectName(u"format")

        self.formatField.addWidget(self.format)

        self.formatHint = QLabel(ReportChoicesForm)
        self.formatHint.setObjectName(u"formatHint")
        self.formatHint.setProperty(u"role", u"second")
        self.formatHint.setWordWrap(True)

        self.formatField.addWidget(self.formatHint)


        self.column.addLayout(self.formatField)

#if QT_CONFIG(shortcut)
        self.periodLabel.setBuddy(self.period)
        self.firstLabel.setBuddy(self.first)
        self.lastLabel.setBuddy(self.last)
        self.peopleLabel.setBuddy(self.people)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportChoicesForm)

        QMetaObject.connectSlotsByName(ReportChoicesForm)
    # setupUi

    def retranslateUi(self, ReportChoicesForm):
        self.periodLabel.setText(QCoreApplication.translate("ReportChoicesForm", u"Period", None))
        self.firstLabel.setText(QCoreApplication.translate("ReportChoicesForm", u"First day", None))
        self.lastLabel.setText(QCoreApplication.translate("ReportChoicesForm", u"Last day", None))
        self.peopleLabel.setText(QCoreApplication.translate("ReportChoicesForm", u"People", None))
        self.formatLabel.setText(QCoreApplication.translate("ReportChoicesForm", u"Format", None))
#if QT_CONFIG(accessibility)
        self.format.setAccessibleName(QCoreApplication.translate("ReportChoicesForm", u"Format of the file", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

