
################################################################################
## Form generated from reading UI file 'report_export.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress

class Ui_ReportExportForm(object):
    def setupUi(self, ReportExportForm):
        if not ReportExportForm.objectName():
            ReportExportForm.setObjectName(u"ReportExportForm")
        ReportExportForm.setProperty(u"kind", u"banner-info")
        self.row = QHBoxLayout(ReportExportForm)
        self.row.setSpacing(16)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(16, 8, 8, 8)
        self.progress = WorkProgress(ReportExportForm)
        self.progress.setObjectName(u"progress")

        self.row.addWidget(self.progress)

        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ReportExportForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"problem")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.words.addWidget(self.title)

        self.text = QLabel(ReportExportForm)
        self.text.setObjectName(u"text")
        self.text.setProperty(u"role", u"second")

        self.words.addWidget(self.text)


        self.row.addLayout(self.words)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.gap)

        self.folder = QPushButton(ReportExportForm)
        self.folder.setObjectName(u"folder")
        self.folder.setProperty(u"kind", u"inline")

        self.row.addWidget(self.folder)

        self.copy = QPushButton(ReportExportForm)
        self.copy.setObjectName(u"copy")
        self.copy.setProperty(u"kind", u"inline")

        self.row.addWidget(self.copy)

        self.close = KeyButton(ReportExportForm)
        self.close.setObjectName(u"close")
        self.close.setProperty(u"glyph", u"x")
        self.close.setProperty(u"kind", u"quiet")
        self.close.setProperty(u"shape", u"icon")

        self.row.addWidget(self.close)

        self.row.setStretch(0, 1)

        self.retranslateUi(ReportExportForm)

        QMetaObject.connectSlotsByName(ReportExportForm)
    # setupUi

    def retranslateUi(self, ReportExportForm):
        self.folder.setText(QCoreApplication.translate("ReportExportForm", u"Show in folder", None))
        self.copy.setText(QCoreApplication.translate("ReportExportForm", u"Copy path", None))
#if QT_CONFIG(accessibility)
        self.close.setAccessibleName(QCoreApplication.translate("ReportExportForm", u"Close this message", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.close.setToolTip(QCoreApplication.translate("ReportExportForm", u"Close this message", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

