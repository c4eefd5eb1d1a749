; Installer for Windows, for one user, without administrator's rights. From the folder that build.py leaves:
;   makensis -DVERSION=1.0.0 -DFOLDER=dist/desktop-cvae -DOUTPUT=dist/desktop-cvae-1.0.0.exe desktop-cvae.nsi
; The folder's slashes stand as the machine that runs makensis writes them.
Unicode true
!include "MUI2.nsh"
!define NAME "desktop_cvae"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define TYPES "Software\Classes"

Name "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installer of ${NAME}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!insertmacro MUI_PAGE_LICENSE "${FOLDER}/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Ukrainian"

Section
    ; A folder of its own inside the chosen one, so that removing it removes nothing else.
    SetOutPath "$INSTDIR\app"
    File /r "${FOLDER}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\app\desktop-cvae-gui.exe"
    WriteRegStr HKCU "${TYPES}\.cvae" "" "${NAME}.model"
    WriteRegStr HKCU "${TYPES}\.cvae-lesson" "" "${NAME}.model"
    WriteRegStr HKCU "${TYPES}\${NAME}.model\shell\open\command" "" '"$INSTDIR\app\desktop-cvae-gui.exe" "%1"'
    WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

Section "Uninstall"
    RMDir /r "$INSTDIR\app"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKCU "${TYPES}\.cvae"
    DeleteRegKey HKCU "${TYPES}\.cvae-lesson"
    DeleteRegKey HKCU "${TYPES}\${NAME}.model"
    DeleteRegKey HKCU "${KEY}"
SectionEnd
