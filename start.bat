@echo off
rem Starts Imaginario on http://127.0.0.1:7860, installing it first when that is still to be done.
rem
rem   start.bat [pt-BR or en or es or zh-CN] [options of app.py, such as --port 8000]
rem
rem USE_VENV=F: no .venv, use the Python at hand.
setlocal EnableExtensions DisableDelayedExpansion
pushd "%~dp0"

set "ARGUMENTS=%*"
set "WANTED=%~1"
if not defined WANTED goto :install
if "%WANTED:~0,1%"=="-" goto :install
set "SAY_IN="
if /i "%WANTED:~0,2%"=="pt" set "SAY_IN=pt-BR"
if /i "%WANTED:~0,2%"=="en" set "SAY_IN=en"
if /i "%WANTED:~0,2%"=="es" set "SAY_IN=es"
if /i "%WANTED:~0,2%"=="zh" set "SAY_IN=zh-CN"
if not defined SAY_IN goto :usage
set "REST="
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
set "ARGUMENTS=--locale %SAY_IN% %REST%"

:install
set "VENV=%USE_VENV%"
if not defined VENV set "VENV=T"
set "CALLED_BY_START=1"
call install_windows.bat F %VENV%
if not "%ERRORLEVEL%"=="0" goto :failed
set "CALLED_BY_START="
set "PY=.venv\Scripts\python.exe"
for %%n in (F 0 N) do if /i "%VENV:~0,1%"=="%%n" set "PY="
if not defined PY call scripts\find_python.bat
if not defined PY goto :failed
set "CALLED_AS=start.bat"
call %PY% app.py %ARGUMENTS%
if not "%ERRORLEVEL%"=="0" goto :failed
popd
endlocal
exit /b 0

:usage
call scripts\say.bat usage "start.bat [pt-BR, en, es, zh-CN] [--port 8000 ...]"
popd
endlocal
exit /b 2

:failed
rem Opened with a double click, the window would close before the sentence can be read.
pause
popd
endlocal
exit /b 1
