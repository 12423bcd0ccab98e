"""The words that say what a figure counts: one entry for each meaning, as patterns over words without white space."""

from typing import Final

from govdisclosure.conventions._claim_figures import FIGURE
from govdisclosure.conventions._claim_text import FILLER

__all__ = ["LEXICON"]

_YEAR: Final = "(?<![0-9])(?:19|20)[0-9]{2}年|[一二][〇零一二三四五六七八九]{3}年"
_NEXT: Final = f"(?:下一?(?:个)?年度?|次年度?|明年|翌年|来年|(?:{_YEAR})度?)"
_LAST: Final = "(?:上一?(?:个)?年度?|去年度?|往年)"
_OF_SUITS: Final = "(?:的(?:行政)?诉讼(?:案件)?)?"
_MONTHS: Final = (  # 12月, 1至11月, 3—12月; 1至12月 and 截至12月底 are the whole year
    "(?<![0-9至到—–~～-])(?<!截至)(?<!截止)[0-9]{1,2}月份?(?![底末至到—–~～-])"
    "|[0-9]{1,2}[至到](?:1[01]|[2-9])月份?|(?:[2-9]|1[0-2])[至到]12月份?"
    f"|(?<={FILLER})月份?"  # 1-6月: ranges are masked
)
_HAN_CHARACTER: Final = "[㐀-䶿一-鿿]"
_BEFORE_REQUEST: Final = (
    "[的到理收办结复回件份个宗起次条项上函线面寄真信场质口话台人织民业构位予供转共计各类新余开零无何络箱递政众博度]"
)
_NO_REQUEST: Final = "(?!人|表|书|渠道|方式|指南|流程|条件|材料|内容|办理|工作|受理(?:点|渠道)|平台|系统|单|理由)"
_ABOUT: Final = "(?:政府信息|信息|政务)"

# Longest first where one word begins like another: a pattern stands before those that are parts of it.
LEXICON: Final[tuple[tuple[str, str, str], ...]] = (
    # --- where a sentence, a clause, a bracket ends
    ("stop", "", "[。！？!?\n|…]"),
    ("semi", "", ";"),
    ("comma", "", "[，,]"),
    ("colon", "", ":"),
    ("pause", "", "、"),
    ("open", "", r"\("),
    ("close", "", r"\)"),
    # --- whole statements in words
    (
        "all",
        "done",
        "(?:均|全部|都|全都)[^，,。;:！？、0-9\n()]{0,14}?(?:办结|答复|回复|办复|办理(?:完毕|完成|完结)|处理完毕)(?!率)",
    ),
    ("all", "upheld", "(?:均|全部|都)(?:获得?|被|得到|予以|为)?维持"),
    (
        "neg",
        "",
        (
            "(?:尚未|从未|均未|暂未|并未|未曾|未|没有|没|无|零|不(?=(?:再)?收取|收费))"
            "(?=(?:任何|有|再|曾|新)?(?:收到|接到|接收|收悉|受理|收取|收费|产生|发生|出现|涉及|被(?:申请|提起|行政)|因|提起|新收|收"
            "|制定|制发|出台|印发|制作|废止|依申请|政府信息|信息公开|信息处理|公民|公众|群众|自然人|法人|企业|申请(?!人)|行政(?!机关)|复议|诉讼|纠正|纠错|败诉"
            f"|{_LAST}|结转|规章|规范性|关于|费用))"
        ),
    ),
    # --- requests carried from year to year
    ("carry", "carried_in", f"{_LAST}[^，,。;:！？、0-9\n()]{{0,6}}?(?:结转|接转|转结|转入|结存|遗留)"),
    ("carry", "carried_in", f"(?:结转|接转|转结|遗留)自?{_LAST}|{_LAST}(?:尚未|未)(?:办结|办理完毕|答复)"),
    (
        "carry",
        "carried_over",
        f"(?:结转|接转|转结|转入|转至|转到|转|顺延|延续|延期|延至|跨)(?:至|到|入|为)?{_NEXT}(?:度)?(?:继续)?",
    ),
    (
        "carry",
        "carried_over",
        "(?:尚未|还未|暂未|仍未|未)(?:办结|办理完毕|办理完成)|(?:正在|尚在|仍在)(?:办理|处理)(?:中|之中)?",
    ),
    ("carry", "", "结转|接转|转结"),
    # --- outcomes: the rows of the form
    (
        "outcome",
        "granted_and_partly",
        "全部(?:和|及|与|或)部分公开|(?:全部|予以|同意)?公开(?:(?:和|及|与|或)(?:予以)?部分公开|\\((?:含|包括|包含)(?:予以)?部分公开\\))",
    ),
    ("outcome", "partly_granted", "(?:予以|同意)?部分公开|部分(?:予以|同意|准予)公开|区分处理"),
    ("outcome", "refused", "[不未]予(?:以)?公开|不同意公开|决定不公开|不予提供"),
    (
        "outcome",
        "granted",
        "(?:依法)?(?:予以|同意|准予|(?<![不未])予)公开",
    ),
    # a part of those granted: told where it was published
    ("outcome", "published", "属于?已?(?:经)?主动公开(?:范围)?|已主动公开(?=范围|并?告知)"),
    ("outcome", "unable_to_provide", "无法提供|不能提供"),
    ("outcome", "not_processed", "不予处理"),
    ("outcome", "otherwise", "其[他它](?:方式)?处理"),
    ("outcome", "refused.state_secret", "(?:属于|涉及)?国家秘密"),
    ("outcome", "refused.prohibited_by_law", "(?:其[他它])?法律、?行政法规禁止公开"),
    ("outcome", "refused.safety_and_stability", "(?:危及)?“?三安全一稳定”?"),
    ("outcome", "refused.third_party_rights", "(?:保护|涉及|损害)第三方(?:的)?(?:合法)?权益|商业秘密|个人隐私"),
    ("outcome", "refused.internal_affairs", "(?:属于)?三?类?内部(?:事务|管理)(?:性)?信息"),
    ("outcome", "refused.process_information", "(?:属于)?四?类?过程性信息"),
    ("outcome", "refused.enforcement_file", "(?:属于)?行政执法案卷(?:信息)?"),
    ("outcome", "refused.administrative_query", "(?:属于)?行政查询事项"),
    (
        "outcome",
        "unable_to_provide.not_held",
        "(?:本机关)?不掌握(?:相关)?(?:政府)?信息|(?:政府)?信息不存在|不属于本(?:机关|单位)(?:公开|负责公开|掌握)(?:范围)?",
    ),
    ("outcome", "unable_to_provide.needs_creation", "没有现成信息(?:需要?另行制作)?|需要?另行制作"),
    ("outcome", "unable_to_provide.still_unclear", "补正后(?:申请)?(?:内容)?仍不明确"),
    ("outcome", "not_processed.petition", "(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉)){0,2}类(?:申请)?"),
    ("outcome", "not_processed.repeated", "重复(?:提出)?申请"),
    ("outcome", "not_processed.published_material", "(?:要求提供)?公开出版物"),
    ("outcome", "not_processed.excessive", "(?:无正当理由)?大量反复申请"),
    ("outcome", "not_processed.reconfirmation", "(?:要求)?(?:行政机关)?(?:确认或(?:者)?)?重新出具(?:已获取信息)?"),
    ("outcome", "otherwise.not_corrected_in_time", "(?:申请人)?(?:无正当理由)?逾期(?:未|不)补正"),
    ("outcome", "otherwise.fee_unpaid", "逾期未(?:按[^，,。;、0-9]{0,8}?)?(?:缴纳?费|缴纳)(?:用)?"),
    # a part of the row 其他
    (
        "outcome",
        "withdrawn",
        "(?:主动)?(?:撤回|撤销)(?:了)?(?:其)?(?:政府信息公开)?申请|申请人(?:主动)?(?:撤回|撤销)(?:了)?(?:申请)?",
    ),
    # --- remedies
    ("remedy", "direct_litigation", f"未经复议(?:而)?直接(?:起诉|诉讼){_OF_SUITS}|直接起诉{_OF_SUITS}"),
    (
        "remedy",
        "litigation_after_reconsideration",
        f"(?:经|申请)?(?:行政)?复议(?:之|以)?后[再又仍]*(?:提起|提出|引发)?的?(?:行政)?(?:起诉|诉讼){_OF_SUITS}",
    ),
    ("remedy", "reconsideration", "(?:申请)?(?:行政)?复议(?!机关|机构|委员会|决定书|法)(?:申请)?(?:案件)?"),
    ("remedy", "litigation", "行政诉讼(?:案件)?|行政应诉(?:案件)?|诉讼(?:案件)?(?!法)|提起诉讼|起诉|应诉(?:案件)?"),
    ("fate", "upheld_rate", "维持率|胜诉率"),
    ("fate", "corrected_rate", "纠错率|败诉率|纠正率"),
    ("fate", "upheld", "(?:结果)?维持"),
    ("fate", "lost", "败诉"),
    ("fate", "corrected", "(?:结果)?纠正|纠错|确认违法"),
    ("fate", "other", "其[他它]结果"),
    ("fate", "pending", "(?:尚未|未|没有)审结|(?:正在|尚在|仍在)审理(?:中)?"),
    # --- fees and purchases
    ("fee", "processing_fee", "(?:政府信息公开|信息公开)?信息?处理费(?:用)?"),
    ("fee", "fees.amount", "行政事业性收费"),
    ("fee", "", "收费|费用"),
    ("buy", "", "(?:政府)?集中采购(?:项目)?|采购(?:项目|总?金额)"),
    ("verb", "new", "新收到?|新接收|新接到|新增(?=(?:政府信息公开|信息公开|依申请公开)?申请)"),
    # --- documents and decisions
    ("document", "rules", "(?<!法)规章(?!制度)"),
    ("document", "normative_documents", "(?:行政)?规范性文件"),
    ("write", "in_force", "现行有效|继续有效|保留"),
    ("write", "issued", "新?(?:制定|制发|制作)|出台|印发|新增|制(?=规范|行政规范|规章)"),
    ("write", "repealed", "(?:宣布)?废止(?:[、和及与或]?(?:宣布)?失效)?"),
    ("write", "amended", "修改|修订"),
    # what others write, or handle
    ("keep", "with", "配合|协同|代为|代(?=[省市县区州镇乡政办])|协助|联合(?=[省市县区州局厅])"),
    (
        "keep",
        "",
        (
            "不属于?|(?:宣布)?失效|(?:暂?不予?|未予)受理|备案|报备|审查|审核|清理|起草|评估|归档|抽查|转办|转交|转送|移送|报送|学习|指导|会商"
            "|(?:延期|延长|逾期|超期|超时)(?:答复|办理|回复|办结)?"
        ),
    ),
    ("decision", "licensing.decisions", "行政许可"),
    ("decision", "penalties.decisions", "行政处罚"),
    ("decision", "compulsory_measures.decisions", "行政强制(?:措施|执行)?"),
    # --- rates, shares and changes
    ("rate", "timely_rate", "(?:按时|按期|及时|限时|按规定时限|法定期限内?)(?:办结|答复|回复|办理|办复|处理)率"),
    ("rate", "handling_rate", "(?:办结|答复|回复|办理|办复|处理)率"),
    ("share", "", "占(?:比|到|了)?(?:例)?(?:为|达到?)?|比例为|比重为"),
    (
        "as_of",
        "",
        f"(?:较|比|相比(?:于)?|相较(?:于)?|与)(?:(?:{_YEAR})度?|上年同期|去年同期|{_LAST})(?:同期)?(?:相比)?",
    ),
    ("as_of", "", "同比|环比"),
    (
        "up",
        "",
        "(?:增长|增加|上升|提高|提升|增幅|多(?=收到|受理|公开|发布|办结|答复)|增(?=[0-9])|多(?=[0-9]))(?:了|率为|率|幅度为|幅为)?",
    ),
    (
        "down",
        "",
        "(?:下降|减少|降低|减幅|降幅|下滑|回落|少(?=收到|受理|公开|发布|办结|答复)|减(?=[0-9])|降(?=[0-9])|少(?=[0-9]))(?:了|幅度为|幅为)?",
    ),
    ("other_rate", "", "率(?=(?:为|达到?|均为|均达|约为?|保持|高达|超过?)?(?:[0-9]|百分))"),
    # --- requests
    # what one request asks for may be several things
    ("other", "", "(?<!依)申请公开的?(?:政府)?信息(?=[共计合总数量为达约]{0,4}[0-9]{1,6}[条项])"),
    (
        "request",
        "open",
        "依申请(?:公开政府信息的?申请|公开(?:政府)?信息的?申请|公开(?:政府)?信息|信息公开|公开)(?:申请)?(?:件|信息|事项|案件|来信)?",
    ),
    (
        "request",
        "open",
        f"{_ABOUT}公开的?申请(?:件|信息|事项|案件)?{_NO_REQUEST}",
    ),
    ("request", "open", "公开(?:政府)?信息的申请"),
    (
        "request",
        "",
        # 低保申请 and 许可申请 are none of ours: what may stand before the bare word is known
        f"(?:公开申请|(?:(?<!{_HAN_CHARACTER})|(?<={_BEFORE_REQUEST}))申请(?:件|公开)?){_NO_REQUEST}",
    ),
    # 企业注册申请500件, 各类申请15件: what comes of them is no matter of ours either
    ("other", "", f"(?:(?<={_HAN_CHARACTER})|各[类种项])申请(?:件|事项|材料)?(?=[共计总数量约达到为]{{0,4}}[0-9])"),
    ("applicant", "natural_person", "自然人|个人(?!隐私|信息)"),
    ("applicant", "citizen", "公民"),
    (
        "applicant",
        "organisations",
        "法人(?:和|或|或者|及|、)?其[他它]组织|法人|其[他它]组织|企业(?!信息(?!公开的?申请))|单位申请",
    ),
    ("applicant", "commercial", "商业企业"),
    ("applicant", "research", "科研机构"),
    ("applicant", "public_welfare", "社会公益组织"),
    ("applicant", "legal_service", "法律服务机构"),
    ("verb", "accept", "受理|收办|承办"),
    ("verb", "recv", "收到|接到|接收|收悉|(?<![验吸接没回招])收(?=政府信息|依申请|申请|信息公开|公开申请)"),
    ("verb", "done", "办结|答复|办复|回复|办理(?:完毕|完成|完结)|处理完毕"),
    ("verb", "work", "办理|处理|处置"),
    (
        "channel",
        "",
        "网上|网络|在线|线[上下]|(?:政府)?(?:门户)?网站|平台|信函|信件(?=申请|方式|提|寄)|邮寄|挂号信|电子邮[件箱]|邮件|传真|当面|现场|书面|纸质|来信(?=申请)|窗口|电话|微信(?:公众号)?|微博|公众号|客户端",
    ),
    # --- what is no request although it is received or answered
    (
        "other",
        "",
        (
            "咨询|留言|信访|热线|信箱|投诉|举报|建议|提案|议案|来电|来访|来信|诉求|工单|意见|问题|培训|会议|检查|督查|调研|问卷"
            "|活动|宣传|稿件|访谈|账号|栏目|工作人员|接待|回应|案卷|公文|发文|收文|泄密|舆情"
        ),
    ),
    ("disclose", "", "主动公开|公开发布|公布|发布(?!会)|公示|刊发|推送|上传|发送|更新|转发"),
    ("about", "", f"{_ABOUT}公开|政务公开"),
    (
        "disclose",
        "open",
        "公开(?!招标|栏|目录|指南|平台|工作|条例|专栏|渠道|方式|制度|办|透明|原则|力度|质量|意识|为|申请)",
    ),
    # --- whose, when, how much of it
    (
        "part",
        "",
        "其中(?:包括|包含|有)?|(?:主要)?包括|(?:主要)?包含|含(?!义|有害)|主要(?:类别|分类|内容)(?:有|为|是)?|分别(?:为|是)?|内有|由(?=[^，,。;]{1,40}组成)",
    ),
    (
        "scope",
        "area",
        "全(?:市|县|区|省|州|盟|旗|镇|乡|街道|系统)(?:各级|行政机关)?|[省市县区州]直(?:各)?(?:部门|单位|机关)|(?<![本我该])部门(?=(?:现行有效|制定|制发|印发|出台|收到|受理|办理))|各(?:级|部门|单位|乡镇|镇街|镇|县区|区县|县|街道|科室|村|社区|站所)|村级|(?:所属|下属|直属|下辖)(?:各|事业)?(?:单位|部门|机构)?|辖区",
    ),
    (
        "scope",
        "own",
        "本(?:机关|级|局|单位|办|厅|委|镇|乡|县|市|街道)|我(?:局|镇|乡|县|市|区|省|州|单位|办|厅|委|院|街道|中心|机关)|局机关|委机关|厅机关|政府办公[厅室]|市本级|县本级|区本级",
    ),
    (
        "when",
        "part",
        f"第[一二三四]季度|[本上下一二三四]季度|[上下]半年|每月|[月日人]均|本月|当月|(?<=年)[初末底](?=收到|受理|接收|接到|提出)|{_MONTHS}",
    ),
    ("when", "cumulative", "累计|历年|以来|至今"),
    ("when", "year", "全年|年度内"),
    ("year", "this", "今年|本年度?|当年|年内"),
    ("year", "previous", "(?:上年|去年)同期|" + _LAST),
    ("year", "next", "下一?年度?|次年|明年|下一步|下步"),
    ("year", "", f"(?:{_YEAR})"),
    (
        "plan",
        "",
        "计划(?=[公制开新出印完发收办废修失清])|力争|预计|预期|拟(?=[公制开新出印完发废修失清])|目标(?:为|是)?|(?<![即])将(?=[公制开新出印完发继力于在])",
    ),
    ("total", "", "共计|总计|合计|总共|一共|共"),
    ("figure", "", FIGURE),
)
"""Sort, name and pattern of each word."""
