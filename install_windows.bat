@echo off
rem Installs Imaginario: makes .venv and puts the pinned packages into it.
rem
rem   install_windows.bat [T or F] [T or F]
rem
rem First T: clean install, an old .venv is removed. Second F (or USE_VENV=F): no .venv, into the Python
rem at hand. It leaves .venv activated in the window it was typed into.
setlocal EnableExtensions DisableDelayedExpansion
pushd "%~dp0"

set "CLEAN=%~1"
if not defined CLEAN set "CLEAN=F"
set "VENV=%~2"
if not defined VENV set "VENV=%USE_VENV%"
if not defined VENV set "VENV=T"
set "HAS_VENV=1"
for %%n in (F 0 N) do if /i "%VENV:~0,1%"=="%%n" set "HAS_VENV="
if defined HAS_VENV goto :venv

set "STAMPS=.imaginario"
call scripts\find_python.bat
if not defined PY goto :failed
goto :packages

:venv
set "STAMPS=.venv"
if /i not "%CLEAN:~0,1%"=="T" goto :look
call :forget_venv
if exist .venv goto :failed

:look
set "PY=.venv\Scripts\python.exe"
if not exist "%PY%" goto :make
%PY% -c "import sys, pip; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if "%ERRORLEVEL%"=="0" goto :packages

:make
call :forget_venv
if exist .venv goto :failed
call scripts\find_python.bat
if not defined PY goto :failed
call %PY% -m venv .venv
if not "%ERRORLEVEL%"=="0" goto :failed
set "PY=.venv\Scripts\python.exe"

:packages
set "STAMP=%STAMPS%\requirements.installed"
if /i "%CLEAN:~0,1%"=="T" if exist "%STAMP%" del "%STAMP%"
if not exist "%STAMP%" goto :install
fc /b requirements.txt "%STAMP%" >nul 2>nul
if "%ERRORLEVEL%"=="0" goto :ready

:install
call scripts\say.bat installing
if not exist "%STAMPS%" mkdir "%STAMPS%"
if exist "%STAMP%" del "%STAMP%"
call %PY% -m pip install --disable-pip-version-check --no-input -r requirements.txt -e .
if "%ERRORLEVEL%"=="0" goto :installed
call scripts\say.bat no_install
goto :failed

:installed
rem So that the first start need not.
call %PY% -m compileall -q imaginario >nul 2>nul
copy /y requirements.txt "%STAMP%" >nul

:ready
if not defined CALLED_BY_START call scripts\say.bat installed start.bat
popd
endlocal & if "%HAS_VENV%"=="1" call "%~dp0.venv\Scripts\activate.bat"
exit /b 0

:failed
popd
endlocal
exit /b 1

:forget_venv
if not exist .venv exit /b 0
if exist .venv\pyvenv.cfg goto :remove_venv
call scripts\say.bat strange_venv
exit /b 1

:remove_venv
rmdir /s /q .venv
exit /b 0
