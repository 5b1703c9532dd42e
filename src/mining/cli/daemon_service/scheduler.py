"""The task of Windows' Task Scheduler, which starts the daemon when its user logs on. Pure; a preview."""

import subprocess
from xml.sax.saxutils import escape

from mining.cli.daemon_service.plan import DaemonCall, ServicePlan

TASK = "MiningPlatform"
# https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema
_XML = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Mining Platform: the daemon, at log-on</Description></RegistrationInfo>
  <Triggers>
    <LogonTrigger><Enabled>true</Enabled><UserId>{user}</UserId></LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{user}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>{command}</Command><Arguments>{arguments}</Arguments></Exec>
  </Actions>
</Task>
"""


def logon_task(call: DaemonCall, user: str) -> ServicePlan:
    """A task at log-on with the user's usual rights and without a time limit; `user` as in DOMAIN\\name."""
    command, *arguments = call.argv
    xml = _XML.format(user=escape(user), command=escape(command), arguments=escape(subprocess.list2cmdline(arguments)))
    file = call.data / "mining-platform-task.xml"
    return ServicePlan(
        kind="task-scheduler",
        title="a task of Task Scheduler (preview)",
        file=file,
        content=xml.encode("utf-16"),
        encoding="utf-16",
        install=(
            ("schtasks", "/Create", "/TN", TASK, "/XML", str(file), "/F"),
            ("schtasks", "/Run", "/TN", TASK),
        ),
        before_removal=(("schtasks", "/Delete", "/TN", TASK, "/F"),),
        after_removal=(),
        look=("schtasks", "/Query", "/TN", TASK),
        keeps_file=False,
    )
