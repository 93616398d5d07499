"""The labels of sites that stand before a colon: the model of lost bytes knows a colon by them.

Apart from `tables.labels`, whose patterns take longer to load than a text to repair.
"""

BEFORE_COLONS = """
来源 作者 记者 编辑 责编 责任编辑 审核 校对 摄影 通讯员 时间 发布时间 更新时间 日期 标签 关键词 分类 栏目 热线 电话 联系电话 服务热线
新闻热线 邮箱 地址 网址 原标题 上一篇 下一篇 浏览 点击 阅读 字号 出处 稿源 供稿 撰稿 文字 图片 监制 主编 值班 签发 录入 发布人
报料 报料热线 报料QQ QQ QQ群 微信 评论 回复 转发 相关阅读 延伸阅读 相关链接 您现在的位置 当前位置 所在位置 执业年限 擅长 邮编 传真 联系人
一审 二审 三审 初审 复审 终审 点击量 点击数 浏览量 浏览次数 阅读量 访问量
""".split()
"""Words that begin a line, or stand behind a space, and have a colon behind them: what sites' labels are."""
