"""What names in bylines are made of, for the model of lost bytes: no pattern of pages, which take long to load."""

GIVEN = (
    "明华国文平建志军海伟强林芳红英玉春云峰辉杰斌勇波鹏飞宇涛超刚磊洋浩龙俊东生德永清新成亮健晨阳佳丽娜敏静燕霞艳娟玲婷雪梅兰琴萍秀珍莉颖洁莹丹倩琳晶晓远栋彤瑜薇琪璐佩嘉可雯怡欣然子梓涵"
    "轩泽博昊天睿诗雨思达山江川航宁安康义仁礼信忠良才元光兴荣富贵祥瑞庆福禄寿喜一"
)
"""Characters that given names end with, the commonest first: by hand, after the names of three characters in
wordfreq's list."""

LABELS = """
记者 本报记者 通讯员 实习生 见习记者 编辑 责任编辑 责编 值班编辑 主编 值班主编 栏目主编 文字编辑 图片编辑 作者 摄影 校对 审核 编审 监制 统筹
撰稿 撰文 供稿 供图 翻译 策划 执笔 签发 初审 复审 终审 一审 二审 三审 文 图 摄
""".split()
"""What stands before a name."""
