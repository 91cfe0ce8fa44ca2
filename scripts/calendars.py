#!/usr/bin/env python3
"""`npm run calendars` writes policy/calendars/{de,in,jp,us}.yaml from the Python package `holidays`.

It installs the package into a temporary folder. Read what has changed before you commit it. China's file is written by hand,
because no library has its make-up days a year ahead; a test compares it with `chinese-days`.
`--check` writes nothing, and exits with 1 if a file is not what would be written.
"""
import subprocess, sys, tempfile
from collections import defaultdict
from pathlib import Path

PACKAGE = 'holidays==0.109'
FOLDER = Path(__file__).resolve().parent.parent / 'policy' / 'calendars'

# The last year whose days are all fixed. India announces those that follow the moon a year ahead; the package estimates them.
COUNTRIES = {
    'DE': ('Germany: the holidays of all states. A state has more: add yours under `holidays:` of the policy.', 2027),
    'IN': ('India: the gazetted holidays of the central government. A state has more: add yours in the policy.', 2026),
    'JP': ('Japan: the national holidays, with substitute days.', 2027),
    'US': ('United States: the federal holidays, with the days on which they are observed.', 2027),
}
FIRST_YEAR = 2026

# In Chinese. A name that is not here ends the script: add it.
ZH = {
    'New Year\'s Day': '元旦', 'Good Friday': '耶稣受难日', 'Easter Monday': '复活节星期一', 'Labor Day': '劳动节',
    'Ascension Day': '耶稣升天节', 'Pentecost Monday': '圣灵降临节星期一', 'German Unity Day': '德国统一日',
    'Christmas Day': '圣诞节', 'Second Day of Christmas': '圣诞节次日', 'Christmas': '圣诞节',
    'Martin Luther King Jr. Day': '马丁·路德·金纪念日', 'Washington\'s Birthday': '华盛顿诞辰日', 'Memorial Day': '阵亡将士纪念日',
    'Juneteenth National Independence Day': '六月节', 'Independence Day': '独立日', 'Columbus Day': '哥伦布日',
    'Veterans Day': '退伍军人节', 'Thanksgiving Day': '感恩节',
    'Republic Day': '共和国日', 'Holi': '胡里节', 'Eid al-Fitr': '开斋节', 'Ram Navami': '罗摩诞辰日',
    'Mahavira\'s Birthday': '大雄诞辰日', 'Dr. B. R. Ambedkar\'s Birthday': '安贝德卡尔诞辰日', 'Buddha Purnima': '佛诞日',
    'Eid al-Adha': '古尔邦节', 'Ashura': '阿舒拉节', 'Prophet\'s Birthday': '圣纪节', 'Janmashtami (Vaishnava)': '黑天神诞辰日',
    'Mahatma Gandhi\'s Birthday': '甘地诞辰日', 'Dussehra': '十胜节', 'Diwali': '排灯节', 'Guru Nanak\'s Birthday': '那纳克诞辰日',
    'Maha Shivaratri': '湿婆节',
    'Coming of Age Day': '成人日', 'Foundation Day': '建国纪念日', 'Emperor\'s Birthday': '天皇诞生日', 'Vernal Equinox Day': '春分日',
    'Showa Day': '昭和日', 'Constitution Day': '宪法纪念日', 'Greenery Day': '绿之日', 'Children\'s Day': '儿童节',
    'Substitute Holiday': '补休', 'Marine Day': '海之日', 'Mountain Day': '山之日', 'Respect for the Aged Day': '敬老日',
    'National Holiday': '国民休息日', 'Autumnal Equinox Day': '秋分日', 'Sports Day': '体育日', 'Culture Day': '文化日',
    'Labor Thanksgiving Day': '勤劳感谢日',
}


def file_of(country: str) -> str:
    import holidays

    about, last = COUNTRIES[country]
    found = holidays.country_holidays(country, years=range(FIRST_YEAR, last + 1), language='en_US')
    lines = [
        f'# {about}',
        f'# Made by `npm run calendars` from the Python package {PACKAGE.replace("==", " ")} (MIT). Dates after coversUntil are told as provisional.',
        f'coversUntil: {last}-12-31',
        '',
        'holidays:',
    ]
    for year in range(FIRST_YEAR, last + 1):
        days = defaultdict(list)
        for day, name in sorted(found.items()):
            if day.year == year:
                days[name.split('; ')[0].replace(' (observed)', '')].append(str(day))
        lines.append(f'  # {year}')
        for name, listed in days.items():
            if '(estimated)' in name:
                sys.exit(f'{country} {year}: {name} is not fixed yet. End with the year before.')
            lines.append(f'  - name: {{ en: {name}, zh: {ZH[name]} }}')
            lines.append(f'    days: [{", ".join(listed)}]')
        lines.append('')
    return '\n'.join(lines[:-1]) + '\n'


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--root-user-action=ignore']
        subprocess.run([*pip, '--target', folder, PACKAGE], check=True)
        sys.path.insert(0, folder)
        stale = []
        for country in COUNTRIES:
            file, text = FOLDER / f'{country.lower()}.yaml', file_of(country)
            if '--check' not in sys.argv:
                file.write_text(text, encoding='utf-8')
            elif file.read_text(encoding='utf-8') != text:
                stale.append(file.name)
        if stale:
            sys.exit(f'Not what `npm run calendars` writes: {", ".join(stale)}')


main()
