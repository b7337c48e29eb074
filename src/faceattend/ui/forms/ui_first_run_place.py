
################################################################################
## Form generated from reading UI file 'first_run_place.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.inputs import Choice
from faceattend.ui.widgets.prose import Prose

class Ui_FirstRunPlace(object):
    def setupUi(self, FirstRunPlace):
        if not FirstRunPlace.objectName():
            FirstRunPlace.setObjectName(u"FirstRunPlace")
        self.rows = QVBoxLayout(FirstRunPlace)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.site_field = QVBoxLayout()
        self.site_field.setSpacing(4)
        self.site_field.setObjectName(u"site_field")
        self.site_field.setContentsMargins(0, 0, 0, 0)
        self.site_label = QLabel(FirstRunPlace)
        self.site_label.setObjectName(u"site_label")
        self.site_label.setProperty(u"role", u"label")

        self.site_field.addWidget(self.site_label)

        self.site = QLineEdit(FirstRunPlace)
        self.site.setObjectName(u"site")
        self.site.setMaxLength(200)

        self.site_field.addWidget(self.site)

        self.site_error = ErrorLine(FirstRunPlace)
        self.site_error.setObjectName(u"site_error")

        self.site_field.addWidget(self.site_error)


        self.rows.addLayout(self.site_field)

        self.space_1 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_1)

        self.site_hint = Prose(FirstRunPlace)
        self.site_hint.setObjectName(u"site_hint")
        self.site_hint.setProperty(u"tone", u"text3")

        self.rows.addWidget(self.site_hint)

        self.space_2 = QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_2)

        self.zone_field = QVBoxLayout()
        self.zone_field.setSpacing(4)
        self.zone_field.setObjectName(u"zone_field")
        self.zone_field.setContentsMargins(0, 0, 0, 0)
        self.zone_label = QLabel(FirstRunPlace)
        self.zone_label.setObjectName(u"zone_label")
        self.zone_label.setProperty(u"role", u"label")

        self.zone_field.addWidget(self.zone_label)

        self.zone = Choice(FirstRunPlace)
        self.zone.setObjectName(u"zone")
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.zone_field.addWidget(self.zone)

        self.zone_error = ErrorLine(FirstRunPlace)
        self.zone_error.setObjectName(u"zone_error")

        self.zone_field.addWidget(self.zone_error)


        self.rows.addLayout(self.zone_field)

        self.space_3 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.rows.addItem(self.space_3)

        self.zone_hint = Prose(FirstRunPlace)
        self.zone_hint.setObjectName(u"zone_hint")
        self.zone_hint.setProperty(u"tone", u"text3")

        self.rows.addWidget(self.zone_hint)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.space_4)

#if QT_CONFIG(shortcut)
        self.site_label.setBuddy(self.site)
        self.zone_label.setBuddy(self.zone)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstRunPlace)

        QMetaObject.connectSlotsByName(FirstRunPlace)
    # setupUi

    def retranslateUi(self, FirstRunPlace):
        self.site_label.setText(QCoreApplication.translate("FirstRunPlace", u"Name of the site", None))
#if QT_CONFIG(accessibility)
        self.site.setAccessibleName(QCoreApplication.translate("FirstRunPlace", u"Name of the site", None))
#endif // QT_CONFIG(accessibility)
        self.site_hint.setText(QCoreApplication.translate("FirstRunPlace", u"Where the cameras of this computer stand, such as Head office or South campus.", None))
        self.zone_label.setText(QCoreApplication.translate("FirstRunPlace", u"Time zone", None))
#if QT_CONFIG(accessibility)
        self.zone.setAccessibleName(QCoreApplication.translate("FirstRunPlace", u"Time zone", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

