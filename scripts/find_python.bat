@echo off
rem Sets PY to the first Python 3.11 or newer: %PYTHON% if set, else what the launcher or PATH has.
set "PY="
set GOOD_PYTHON=-c "import sys; sys.exit(sys.version_info < (3, 11))"
if defined PYTHON call :try "%PYTHON%" quoted
for %%c in ("py -3" "py -3.14" "py -3.13" "py -3.12" "py -3.11" "python" "python3") do if not defined PY call :try %%c
set "GOOD_PYTHON="
if defined PY exit /b 0
call "%~dp0say.bat" no_python "https://www.python.org/downloads/"
exit /b 1

:try
set "CANDIDATE=%~1"
if "%~2"=="quoted" set CANDIDATE="%~1"
call %CANDIDATE% %GOOD_PYTHON% >nul 2>nul
if "%ERRORLEVEL%"=="0" set PY=%CANDIDATE%
set "CANDIDATE="
exit /b 0
