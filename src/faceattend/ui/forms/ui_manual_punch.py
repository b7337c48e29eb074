
################################################################################
## Form generated from reading UI file 'manual_punch.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QSizePolicy, QVBoxLayout, QWidget)

from faceattend.ui.dialogs.person_picker import PersonPicker
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.inputs import (Choice, DateField, TimeField)
from faceattend.ui.widgets.segmented import Segmented

class Ui_ManualPunch(object):
    def setupUi(self, ManualPunch):
        if not ManualPunch.objectName():
            ManualPunch.setObjectName(u"ManualPunch")
        self.down = QVBoxLayout(ManualPunch)
        self.down.setSpacing(12)
        self.down.setObjectName(u"down")
        self.down.setContentsMargins(0, 0, 0, 0)
        self.trouble = Banner(ManualPunch)
        self.trouble.setObjectName(u"trouble")

        self.down.addWidget(self.trouble)

        self.person_field = QVBoxLayout()
        self.person_field.setSpacing(4)
        self.person_field.setObjectName(u"person_field")
        self.person_label = QLabel(ManualPunch)
        self.person_label.setObjectName(u"person_label")
        self.person_label.setProperty(u"role", u"label")

        self.person_field.addWidget(self.person_label)

        self.person = PersonPicker(ManualPunch)
        self.person.setObjectName(u"person")

        self.person_field.addWidget(self.person)

        self.person_error = ErrorLine(ManualPunch)
        self.person_error.setObjectName(u"person_error")

        self.person_field.addWidget(self.person_error)


        self.down.addLayout(self.person_field)

        self.when = QHBoxLayout()
        self.when.setSpacing(16)
        self.when.setObjectName(u"when")
        self.day_field = QVBoxLayout()
        self.day_field.setSpacing(4)
        self.day_field.setObjectName(u"day_field")
        self.day_label = QLabel(ManualPunch)
        self.day_label.setObjectName(u"day_label")
        self.day_label.setProperty(u"role", u"label")

        self.day_field.addWidget(self.day_label)

        self.day = DateField(ManualPunch)
        self.day.setObjectName(u"day")

        self.day_field.addWidget(self.day)


        self.when.addLayout(self.day_field)

        self.time_field = QVBoxLayout()
        self.time_field.setSpacing(4)
        self.time_field.setObjectName(u"time_field")
        self.time_label = QLabel(ManualPunch)
        self.time_label.setObjectName(u"time_label")
        self.time_label.setProperty(u"role", u"label")

        self.time_field.addWidget(self.time_label)

        self.time = TimeField(ManualPunch)
        self.time.setObjectName(u"time")

        self.time_field.addWidget(self.time)


        self.when.addLayout(self.time_field)

        self.direction_field = QVBoxLayout()
        self.direction_field.setSpacing(4)
        self.direction_field.setObjectName(u"direction_field")
        self.direction_label = QLabel(ManualPunch)
        self.direction_label.setObjectName(u"direction_label")
        self.direction_label.setProperty(u"role", u"label")

        self.direction_field.addWidget(self.direction_label)

        self.direction = Segmented(ManualPunch)
        self.direction.setObjectName(u"direction")

        self.direction_field.addWidget(self.direction)


        self.when.addLayout(self.direction_field)

        self.when.setStretch(0, 3)
        self.when.setStretch(1, 2)
        self.when.setStretch(2, 2)

        self.down.addLayout(self.when)

        self.time_error = ErrorLine(ManualPunch)
        self.time_error.setObjectName(u"time_error")

        self.down.addWidget(self.time_error)

        self.twice = QWidget(ManualPunch)
        self.twice.setObjectName(u"twice")
        self.twice_across = QHBoxLayout(self.twice)
        self.twice_across.setSpacing(12)
        self.twice_across.setObjectName(u"twice_across")
        self.twice_across.setContentsMargins(0, 0, 0, 0)
        self.twice_words = QLabel(self.twice)
        self.twice_words.setObjectName(u"twice_words")
        self.twice_words.setWordWrap(True)

        self.twice_across.addWidget(self.twice_words)

        self.second = Segmented(self.twice)
        self.second.setObjectName(u"second")

        self.twice_across.addWidget(self.second)


        self.down.addWidget(self.twice)

        self.site_field = QVBoxLayout()
        self.site_field.setSpacing(4)
        self.site_field.setObjectName(u"site_field")
        self.site_label = QLabel(ManualPunch)
        self.site_label.setObjectName(u"site_label")
        self.site_label.setProperty(u"role", u"label")

        self.site_field.addWidget(self.site_label)

        self.site = Choice(ManualPunch)
        self.site.setObjectName(u"site")

        self.site_field.addWidget(self.site)


        self.down.addLayout(self.site_field)

        self.reason_field = QVBoxLayout()
        self.reason_field.setSpacing(4)
        self.reason_field.setObjectName(u"reason_field")
        self.reason_label = QLabel(ManualPunch)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"role", u"label")

        self.reason_field.addWidget(self.reason_label)

        self.reason = QLineEdit(ManualPunch)
        self.reason.setObjectName(u"reason")
        self.reason.setMaxLength(300)

        self.reason_field.addWidget(self.reason)

        self.reason_error = ErrorLine(ManualPunch)
        self.reason_error.setObjectName(u"reason_error")

        self.reason_field.addWidget(self.reason_error)


        self.down.addLayout(self.reason_field)

#if QT_CONFIG(shortcut)
        self.person_label.setBuddy(self.person)
        self.day_label.setBuddy(self.day)
        self.time_label.setBuddy(self.time)
        self.direction_label.setBuddy(self.direction)
        self.site_label.setBuddy(self.site)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.person, self.day)
        QWidget.setTabOrder(self.day, self.time)
        QWidget.setTabOrder(self.time, self.direction)
        QWidget.setTabOrder(self.direction, self.second)
        QWidget.setTabOrder(self.second, self.site)
        QWidget.setTabOrder(self.site, self.reason)

        self.retranslateUi(ManualPunch)

        QMetaObject.connectSlotsByName(ManualPunch)
    # setupUi

    def retranslateUi(self, ManualPunch):
        self.person_label.setText(QCoreApplication.translate("ManualPunch", u"Person", None))
        self.day_label.setText(QCoreApplication.translate("ManualPunch", u"Day", None))
#if QT_CONFIG(accessibility)
        self.day.setAccessibleName(QCoreApplication.translate("ManualPunch", u"Day", None))
#endif // QT_CONFIG(accessibility)
        self.time_label.setText(QCoreApplication.translate("ManualPunch", u"Time", None))
#if QT_CONFIG(accessibility)
        self.time.setAccessibleName(QCoreApplication.translate("ManualPunch", u"Time", None))
#endif // QT_CONFIG(accessibility)
        self.direction_label.setText(QCoreApplication.translate("ManualPunch", u"Came or left", None))
#if QT_CONFIG(accessibility)
        self.direction.setAccessibleName(QCoreApplication.translate("ManualPunch", u"Came or left", None))
#endif // QT_CONFIG(accessibility)
        self.twice_words.setText(QCoreApplication.translate("ManualPunch", u"The clocks were set back: this time came twice. Which one?", None))
#if QT_CONFIG(accessibility)
        self.second.setAccessibleName(QCoreApplication.translate("ManualPunch", u"Which of the two times", None))
#endif // QT_CONFIG(accessibility)
        self.site_label.setText(QCoreApplication.translate("ManualPunch", u"Site", None))
#if QT_CONFIG(accessibility)
        self.site.setAccessibleName(QCoreApplication.translate("ManualPunch", u"Site", None))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(QCoreApplication.translate("ManualPunch", u"Reason, stays with the punch", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("ManualPunch", u"Such as: badge door was open for a delivery", None))
        pass
    # retranslateUi

