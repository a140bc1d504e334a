@echo off
rem Starts Retort.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %RETORT_JAVA_OPTS% "-Dretort.home=%~dp0.." -cp "%~dp0..\lib\*" dev.retort.cli.Main %*
exit /b %ERRORLEVEL%
