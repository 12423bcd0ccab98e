"""What was wrong with a command line, in a sentence: click's own errors say it in English only."""

import click
from click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption, UsageError

from govdisclosure.messages import text

__all__ = ["usage_sentence"]


def usage_sentence(error: click.ClickException, locale: str) -> str:
    """Return what was wrong, and where the help is.

    Example:
        >>> print(usage_sentence(NoSuchOption("--ot"), "en"))
        There is no option --ot.
        See: govdisclosure --help
    """
    context = error.ctx if isinstance(error, UsageError) else None
    command = context.command_path if context else "govdisclosure"
    return "\n".join([_sentence(error, locale), text("cli.usage.see_help", locale, command=f"{command} --help")])


def _sentence(error: click.ClickException, locale: str) -> str:
    match error:
        case NoSuchOption():
            return text("cli.usage.no_such_option", locale, option=error.option_name)
        case BadOptionUsage():
            return text("cli.usage.bad_option", locale, option=error.option_name)
        case MissingParameter():
            return text("cli.usage.missing", locale, name=_name_of(error))
        case BadParameter():
            return f"{_name_of(error)}: {error.message}"
        case _:
            return error.message


def _name_of(error: BadParameter) -> str:
    if error.param is None:
        return ""
    return max(error.param.opts, key=len) if isinstance(error.param, click.Option) else error.param.human_readable_name
