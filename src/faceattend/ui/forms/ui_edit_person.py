
################################################################################
## Form generated from reading UI file 'edit_person.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QHBoxLayout,
    QLabel, QLineEdit, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.field import ErrorLine
from faceattend.ui.widgets.inputs import (Choice, DateField)
from faceattend.ui.widgets.prose import Prose

class Ui_EditPerson(object):
    def setupUi(self, EditPerson):
        if not EditPerson.objectName():
            EditPerson.setObjectName(u"EditPerson")
        self.EditPerson_layout = QVBoxLayout(EditPerson)
        self.EditPerson_layout.setSpacing(12)
        self.EditPerson_layout.setObjectName(u"EditPerson_layout")
        self.EditPerson_layout.setContentsMargins(0, 0, 0, 0)
        self.trouble = Banner(EditPerson)
        self.trouble.setObjectName(u"trouble")

        self.EditPerson_layout.addWidget(self.trouble)

        self.name_field = QVBoxLayout()
        self.name_field.setSpacing(4)
        self.name_field.setObjectName(u"name_field")
        self.name_field.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(EditPerson)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"label")

        self.name_field.addWidget(self.name_label)

        self.name = QLineEdit(EditPerson)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(200)

        self.name_field.addWidget(self.name)

        self.name_error = ErrorLine(EditPerson)
        self.name_error.setObjectName(u"name_error")

        self.name_field.addWidget(self.name_error)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.name_field.addItem(self.spacer_1)


        self.EditPerson_layout.addLayout(self.name_field)

        self.second_row = QHBoxLayout()
        self.second_row.setSpacing(16)
        self.second_row.setObjectName(u"second_row")
        self.second_row.setContentsMargins(0, 0, 0, 0)
        self.number_field = QVBoxLayout()
        self.number_field.setSpacing(4)
        self.number_field.setObjectName(u"number_field")
        self.number_field.setContentsMargins(0, 0, 0, 0)
        self.number_label = QLabel(EditPerson)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setProperty(u"role", u"label")

        self.number_field.addWidget(self.number_label)

        self.number = QLineEdit(EditPerson)
        self.number.setObjectName(u"number")
        self.number.setMaxLength(64)

        self.number_field.addWidget(self.number)

        self.number_error = ErrorLine(EditPerson)
        self.number_error.setObjectName(u"number_error")

        self.number_field.addWidget(self.number_error)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.number_field.addItem(self.spacer_2)


        self.second_row.addLayout(self.number_field)

        self.kind_of_field = QVBoxLayout()
        self.kind_of_field.setSpacing(4)
        self.kind_of_field.setObjectName(u"kind_of_field")
        self.kind_of_field.setContentsMargins(0, 0, 0, 0)
        self.kind_of_label = QLabel(EditPerson)
        self.kind_of_label.setObjectName(u"kind_of_label")
        self.kind_of_label.setProperty(u"role", u"label")

        self.kind_of_field.addWidget(self.kind_of_label)

        self.kind_of = Choice(EditPerson)
        self.kind_of.setObjectName(u"kind_of")

        self.kind_of_field.addWidget(self.kind_of)

        self.kind_of_error = ErrorLine(EditPerson)
        self.kind_of_error.setObjectName(u"kind_of_error")

        self.kind_of_field.addWidget(self.kind_of_error)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.kind_of_field.addItem(self.spacer_3)


        self.second_row.addLayout(self.kind_of_field)

        self.second_row.setStretch(0, 1)
        self.second_row.setStretch(1, 1)

        self.EditPerson_layout.addLayout(self.second_row)

        self.group_field = QVBoxLayout()
        self.group_field.setSpacing(4)
        self.group_field.setObjectName(u"group_field")
        self.group_field.setContentsMargins(0, 0, 0, 0)
        self.group_label = QLabel(EditPerson)
        self.group_label.setObjectName(u"group_label")
        self.group_label.setProperty(u"role", u"label")

        self.group_field.addWidget(self.group_label)

        self.group = Choice(EditPerson)
        self.group.setObjectName(u"group")
        self.group.setEditable(True)
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.group_field.addWidget(self.group)

        self.group_error = ErrorLine(EditPerson)
        self.group_error.setObjectName(u"group_error")

        self.group_field.addWidget(self.group_error)

        self.spacer_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.group_field.addItem(self.spacer_4)


        self.EditPerson_layout.addLayout(self.group_field)

        self.days_row = QHBoxLayout()
        self.days_row.setSpacing(16)
        self.days_row.setObjectName(u"days_row")
        self.days_row.setContentsMargins(0, 0, 0, 0)
        self.active_from_field = QVBoxLayout()
        self.active_from_field.setSpacing(4)
        self.active_from_field.setObjectName(u"active_from_field")
        self.active_from_field.setContentsMargins(0, 0, 0, 0)
        self.from_set = QCheckBox(EditPerson)
        self.from_set.setObjectName(u"from_set")

        self.active_from_field.addWidget(self.from_set)

        self.active_from = DateField(EditPerson)
        self.active_from.setObjectName(u"active_from")

        self.active_from_field.addWidget(self.active_from)

        self.active_from_error = ErrorLine(EditPerson)
        self.active_from_error.setObjectName(u"active_from_error")

        self.active_from_field.addWidget(self.active_from_error)

        self.spacer_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.active_from_field.addItem(self.spacer_5)


        self.days_row.addLayout(self.active_from_field)

        self.active_to_field = QVBoxLayout()
        self.active_to_field.setSpacing(4)
        self.active_to_field.setObjectName(u"active_to_field")
        self.active_to_field.setContentsMargins(0, 0, 0, 0)
        self.to_set = QCheckBox(EditPerson)
        self.to_set.setObjectName(u"to_set")

        self.active_to_field.addWidget(self.to_set)

        self.active_to = DateField(EditPerson)
        self.active_to.setObjectName(u"active_to")

        self.active_to_field.addWidget(self.active_to)

        self.active_to_error = ErrorLine(EditPerson)
        self.active_to_error.setObjectName(u"active_to_error")

        self.active_to_field.addWidget(self.active_to_error)

        self.spacer_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.active_to_field.addItem(self.spacer_6)


        self.days_row.addLayout(self.active_to_field)

        self.days_row.setStretch(0, 1)
        self.days_row.setStretch(1, 1)

        self.EditPerson_layout.addLayout(self.days_row)

        self.days_hint = Prose(EditPerson)
        self.days_hint.setObjectName(u"days_hint")

        self.EditPerson_layout.addWidget(self.days_hint)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.number_label.setBuddy(self.number)
        self.kind_of_label.setBuddy(self.kind_of)
        self.group_label.setBuddy(self.group)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.number)
        QWidget.setTabOrder(self.number, self.kind_of)
        QWidget.setTabOrder(self.kind_of, self.group)
        QWidget.setTabOrder(self.group, self.from_set)
        QWidget.setTabOrder(self.from_set, self.active_from)
        QWidget.setTabOrder(self.active_from, self.to_set)
        QWidget.setTabOrder(self.to_set, self.active_to)

        self.retranslateUi(EditPerson)

        QMetaObject.connectSlotsByName(EditPerson)
    # setupUi

    def retranslateUi(self, EditPerson):
        self.name_label.setText(QCoreApplication.translate("EditPerson", u"Name", None))
        self.number_label.setText(QCoreApplication.translate("EditPerson", u"Number", None))
        self.kind_of_label.setText(QCoreApplication.translate("EditPerson", u"Kind", None))
        self.group_label.setText(QCoreApplication.translate("EditPerson", u"Group", None))
        self.from_set.setText(QCoreApplication.translate("EditPerson", u"First day that counts", None))
#if QT_CONFIG(accessibility)
        self.active_from.setAccessibleName(QCoreApplication.translate("EditPerson", u"First day that counts", None))
#endif // QT_CONFIG(accessibility)
        self.to_set.setText(QCoreApplication.translate("EditPerson", u"Last day that counts", None))
#if QT_CONFIG(accessibility)
        self.active_to.setAccessibleName(QCoreApplication.translate("EditPerson", u"Last day that counts", None))
#endif // QT_CONFIG(accessibility)
        self.days_hint.setText(QCoreApplication.translate("EditPerson", u"Outside these days cameras make no punches for this person. Photos and earlier hours stay.", None))
        pass
    # retranslateUi

