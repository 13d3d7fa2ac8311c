@echo off
rem The one command of Anima on Windows: builds what is not built yet and runs it.
setlocal EnableExtensions
rem The model's runtime must not report what it does: everything stays on this machine.
set "ORT_DISABLE_TELEMETRY=1"
set "HOME_DIR=%~dp0"
set "VERSION=0.1.0-SNAPSHOT"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo anima: no Java found: install a JDK 17 or newer.>&2
  exit /b 1
)
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i version') do set "FEATURE=%%~v"
for /f "delims=.-+" %%v in ("%FEATURE%") do set "FEATURE=%%v"
if %FEATURE% LSS 17 (
  echo anima: Java %FEATURE% is too old: install a JDK 17 or newer.>&2
  exit /b 1
)

if /i "%~1"=="test" goto test
set "MODULE=client"
set "JAR=client\target\client-%VERSION%.jar"
set "MAIN=anima.client.cli.Main"
if /i "%~1 %~2"=="model train" call :trainer
if /i "%~1 %~2"=="model eval" call :trainer
if /i "%~1"=="bench" call :bench

rem Build when a source is newer than the class path file.
powershell -NoProfile -Command "$s = Get-Item -ErrorAction SilentlyContinue '%HOME_DIR%%MODULE%\target\classpath.txt'; if (-not $s) { exit 1 }; $n = Get-ChildItem -Recurse -File '%HOME_DIR%' -Include pom.xml,*.java,*.json,*.properties,*.txt | Where-Object { $_.FullName -notmatch '\\target\\|\\src\\test\\' -and $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 (
  echo Building Anima ^(the first time takes a few minutes^) ...>&2
  pushd "%HOME_DIR%"
  call mvnw.cmd -q -B -ntp package -pl %MODULE% -am -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip -Djacoco.skip
  if errorlevel 1 (
    popd
    echo anima: the build failed; the lines above say why.>&2
    exit /b 1
  )
  popd
)
if /i "%~1"=="build" exit /b 0

rem The class path is longer than a command line may be: it goes through an argument file.
set "ARGUMENTS=%HOME_DIR%%MODULE%\target\java.arguments"
powershell -NoProfile -Command "$cp = '%HOME_DIR%%JAR%;' + (Get-Content -Raw '%HOME_DIR%%MODULE%\target\classpath.txt').Trim(); [IO.File]::WriteAllText('%ARGUMENTS%', '-cp \"' + $cp.Replace('\','\\') + '\"')"
set "NATIVE="
if %FEATURE% GEQ 22 set "NATIVE=--enable-native-access=ALL-UNNAMED"
if "%SHIFTED%"=="1" shift
"%JAVA%" -XX:+UseG1GC -Dfile.encoding=UTF-8 -Doffline=true %NATIVE% %ANIMA_JAVA_OPTIONS% "@%ARGUMENTS%" %MAIN% %1 %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%

:trainer
set "MODULE=npc-brain/train"
set "JAR=npc-brain\train\target\npc-brain-train-%VERSION%.jar"
set "MAIN=anima.brain.train.TrainProgram"
set "SHIFTED=1"
set "OMP_WAIT_POLICY=PASSIVE"
set "OPT_OUT_TRACKING=true"
goto :eof

:bench
set "MODULE=npc-brain/bench"
set "JAR=npc-brain\bench\target\npc-brain-bench-%VERSION%.jar"
set "MAIN=anima.brain.bench.BenchProgram"
set "SHIFTED=1"
goto :eof

:test
pushd "%HOME_DIR%"
call mvnw.cmd -B -ntp verify %2 %3 %4 %5 %6 %7 %8 %9
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%
