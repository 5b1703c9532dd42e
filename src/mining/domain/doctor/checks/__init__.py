"""All that the doctor looks at, and its report on facts."""

from mining.domain.doctor.checks import machine, programs, speed
from mining.domain.doctor.report import WORST_FIRST, Check, DoctorFacts, ExaminedProgram, Report, Rule
from mining.domain.wording import wording_of

RULES: tuple[Rule, ...] = (*programs.RULES, *machine.RULES, *speed.RULES)


def examine(facts: DoctorFacts) -> Report:
    """Every check, the worst first, and what follows from them."""
    findings = ((rule, rule.check(facts)) for rule in RULES if facts.machine.system in rule.systems)
    here = (check for rule, check in findings if rule.speaks(check, facts.machine.system))
    checks = sorted(here, key=lambda check: WORST_FIRST.index(check.status))
    miners = tuple(
        ExaminedProgram(
            type=program.type,
            version=program.version,
            path=program.path,
            usable=program.issue is None,
            issue=program.issue,
            wording=wording_of(program.issue),
        )
        for program in facts.rig.programs
    )
    advice = tuple(_advice(check) for check in checks if check.status in ("problem", "warning"))
    return Report(
        miners=miners,
        gpu=facts.machine.cards,
        checks=tuple(checks),
        recommendations=advice,
    )


def _advice(check: Check) -> str:
    return f"{check.title}: {check.fix or check.meaning}"
