@echo off
rem say KEY [VALUE]: one sentence of words.txt, in the language of SAY_IN, of LANG, or of Windows.
setlocal EnableExtensions DisableDelayedExpansion
set "TAG=%SAY_IN%"
if not defined TAG set "TAG=%LANG%"
if not defined TAG for /f "tokens=3" %%l in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul') do set "TAG=%%l"
if not defined TAG set "TAG=en"
set "SPEECH=en"
if /i "%TAG:~0,2%"=="pt" set "SPEECH=pt-BR"
if /i "%TAG:~0,2%"=="es" set "SPEECH=es"
if /i "%TAG:~0,2%"=="zh" set "SPEECH=zh-CN"

rem The sentences are UTF-8; the console gets its own code page back afterwards.
set "PAGE="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
set "TEXT=%~1"
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%~dp0words.txt") do if "%%a"=="%~1.%SPEECH%" set "TEXT=%%b"
call set "TEXT=%%TEXT:{}=%~2%%"
echo %TEXT%
if defined PAGE chcp %PAGE% >nul
endlocal
exit /b 0
