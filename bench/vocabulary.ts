/** Words of the made-up articles: phrases a Party or local-government portal really uses. */

export interface Category {
  readonly name: string;
  readonly slug: string;
}

export const categories: readonly Category[] = [
  { name: 'Thời sự - Chính trị', slug: 'thoi-su-chinh-tri' },
  { name: 'Xây dựng Đảng', slug: 'xay-dung-dang' },
  { name: 'Kinh tế - Đô thị', slug: 'kinh-te-do-thi' },
  { name: 'Văn hóa - Xã hội', slug: 'van-hoa-xa-hoi' },
  { name: 'Quốc phòng - An ninh', slug: 'quoc-phong-an-ninh' },
  { name: 'Học tập và làm theo Bác', slug: 'hoc-tap-va-lam-theo-bac' },
  { name: 'Dân vận khéo', slug: 'dan-van-kheo' },
  { name: 'Cải cách hành chính', slug: 'cai-cach-hanh-chinh' },
];

const split = (text: string): readonly string[] => text.trim().split(/\s*[|\n]\s*/);

export const subjects = split(`
các cấp ủy, tổ chức đảng | Ban Thường vụ Thành ủy | Ban Chấp hành Đảng bộ thành phố | Thường trực Thành ủy
Mặt trận Tổ quốc và các đoàn thể | cán bộ, đảng viên và Nhân dân | Ủy ban nhân dân thành phố | đội ngũ giáo viên
Hội đồng nhân dân thành phố | Ban Tuyên giáo Thành ủy | Ban Tổ chức Thành ủy | Ủy ban Kiểm tra Thành ủy
Ban Dân vận Thành ủy | Hội Liên hiệp Phụ nữ | Đoàn Thanh niên | Hội Cựu chiến binh | Hội Nông dân | Liên đoàn Lao động
lực lượng Công an | Ban Chỉ huy Quân sự | các chi bộ khu phố | các tổ dân phố | đảng bộ phường | người có uy tín
các cơ quan, đơn vị, trường học | hợp tác xã nông nghiệp | các doanh nghiệp nhỏ và vừa | tiểu thương chợ Đông Hà
đoàn kiểm tra | đoàn giám sát | tổ công nghệ số cộng đồng | bộ phận một cửa | đội ngũ y, bác sĩ | hội viên người cao tuổi
các hộ gia đình chính sách | nhiều bà con khu phố | lãnh đạo các phòng, ban | Trung tâm Chính trị | Trung tâm Văn hóa - Thể thao
người đứng đầu cấp ủy | đại biểu Hội đồng nhân dân | cử tri các phường | thế hệ trẻ thành phố | các nghệ nhân địa phương
Ban Chỉ đạo 35 | đội dân phòng | tổ hòa giải ở cơ sở | Hội Chữ thập đỏ | Hội Khuyến học | cộng đồng doanh nghiệp
`);

export const verbs = split(`
triển khai thực hiện | quán triệt sâu sắc | tập trung lãnh đạo | đẩy mạnh | tăng cường | phối hợp tổ chức | chủ động xây dựng
kịp thời biểu dương | phát huy | nâng cao chất lượng | thường xuyên đổi mới | tích cực tham gia | hoàn thành | sơ kết
tổng kết | giám sát chặt chẽ | rà soát, bổ sung | vận động | tuyên truyền, phổ biến | khảo sát thực tế | cụ thể hóa
ban hành | ký cam kết thực hiện | lựa chọn | giữ vững | củng cố | ghi nhận và đánh giá cao | duy trì | nhân rộng | hỗ trợ
đầu tư nâng cấp | hướng dẫn | chỉ đạo quyết liệt | đôn đốc | tháo gỡ khó khăn về | làm tốt | quan tâm chăm lo | thẩm định
góp ý hoàn thiện | tiếp nhận và giải quyết | công khai, minh bạch | lồng ghép | gắn kết | huy động nguồn lực cho | kiện toàn
`);

export const objects = split(`
công tác cải cách hành chính | nhiệm vụ phát triển kinh tế - xã hội | phong trào thi đua yêu nước | nội dung chuyên đề toàn khóa
việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh | công tác xây dựng Đảng và hệ thống chính trị
khối đại đoàn kết toàn dân tộc | quy chế dân chủ ở cơ sở | cuộc vận động xây dựng đô thị văn minh | kỷ luật, kỷ cương hành chính
công tác kiểm tra, giám sát | nguồn vốn đầu tư công | hạ tầng giao thông đô thị | hệ thống thoát nước nội thị | quỹ vì người nghèo
mô hình dân vận khéo | trách nhiệm nêu gương của người đứng đầu | công tác giải phóng mặt bằng | vệ sinh môi trường khu dân cư
chương trình chuyển đổi số | dịch vụ công trực tuyến | chất lượng sinh hoạt chi bộ | công tác phát triển đảng viên mới
phong trào toàn dân bảo vệ an ninh Tổ quốc | công tác tuyển quân | an toàn giao thông | phòng cháy, chữa cháy | tín dụng chính sách
các giá trị văn hóa truyền thống | lễ hội đêm hoa đăng bên dòng sông Hiếu | di tích lịch sử Bến cảng Đông Hà | nhà văn hóa khu phố
hoạt động đền ơn đáp nghĩa | công tác chăm sóc sức khỏe ban đầu | giáo dục mũi nhọn | kế hoạch trồng cây xanh | tuyến phố văn minh
các sản phẩm OCOP | thu ngân sách trên địa bàn | chỉ số hài lòng của người dân | hồ sơ thủ tục hành chính | dự án khu đô thị mới
những hạn chế, khuyết điểm đã được chỉ ra | các vấn đề bức xúc, nổi cộm | những cách làm hay, sáng tạo | gương người tốt, việc tốt
nghị quyết đại hội đảng bộ các cấp | kế hoạch cải tạo chợ | công tác phòng, chống thiên tai | vùng rau an toàn | thu gom rác thải
`);

export const adverbials = split(`
trong thời gian tới | nhân dịp kỷ niệm ngày thành lập Đảng | trong 6 tháng đầu năm | qua 03 năm thực hiện | từ đầu nhiệm kỳ đến nay
bên cạnh những kết quả đạt được | để hoàn thành mục tiêu đề ra | trước yêu cầu của tình hình mới | trong giai đoạn 2020 - 2025
phát biểu tại hội nghị | theo báo cáo tại buổi làm việc | sau khi nghe các ý kiến thảo luận | với tinh thần trách nhiệm cao
tại kỳ họp thường lệ | trên cơ sở kết quả khảo sát | cùng với đó | đặc biệt | từ thực tiễn cơ sở | đi đôi với việc quán triệt
hưởng ứng lời kêu gọi | nhờ sự đồng thuận của Nhân dân | đến cuối năm | trong quý III | kế thừa những kết quả đạt được | song song đó
ngay sau hội nghị | với phương châm hướng về cơ sở | trong những ngày cao điểm | dịp này | thực hiện chủ đề công tác năm | mặt khác
`);

export const places = split(`
trên địa bàn thành phố Đông Hà | ở phường Đông Lễ | tại phường Đông Lương | ở phường Đông Giang | tại phường Đông Thanh | ở Phường 1
tại Phường 2 | ở Phường 3 | tại Phường 5 | ở khu phố Tây Trì | dọc bờ sông Hiếu | tại hội trường Thành ủy | ở các khu dân cư
tại Trung tâm Văn hóa tỉnh | dọc đường Hùng Vương | quanh hồ Trung Chỉ | trên tuyến Quốc lộ 9 | tại quảng trường trung tâm
trong toàn Đảng bộ | ở từng cơ quan, đơn vị, địa phương | tại cơ sở | trên các tuyến phố chính | ở các trường học | ngoài địa bàn tỉnh
`);

export const manners = split(`
nghiêm túc, có hiệu quả | kịp thời, sát thực tế | đồng bộ, toàn diện | thiết thực, tiết kiệm | công khai, dân chủ | đúng tiến độ
sâu rộng | thường xuyên, liên tục | quyết liệt | bài bản | chặt chẽ, đúng quy định | chủ động, sáng tạo | an toàn, hiệu quả
theo đúng lộ trình | với quyết tâm chính trị cao | từng bước vững chắc | đi vào chiều sâu | bằng nhiều hình thức phong phú
`);

export const results = split(`
góp phần xây dựng thành phố ngày càng văn minh, giàu đẹp | tạo sự lan tỏa sâu rộng trong xã hội | được Nhân dân đồng tình, ủng hộ
đáp ứng yêu cầu nhiệm vụ trong tình hình mới | tạo chuyển biến rõ nét về nhận thức và hành động | đời sống người dân từng bước cải thiện
khẳng định vai trò hạt nhân chính trị ở cơ sở | rút ngắn thời gian giải quyết hồ sơ | củng cố niềm tin của Nhân dân đối với Đảng
bộ mặt đô thị có nhiều khởi sắc | tổng kinh phí huy động đạt khá | vượt kế hoạch đề ra | giảm đáng kể các vụ việc phức tạp
phát huy sức mạnh tổng hợp của cả hệ thống chính trị | mở ra hướng đi mới cho nhiều hộ gia đình | không để xảy ra điểm nóng
`);

export const surnames = split('Nguyễn | Trần | Lê | Phạm | Hoàng | Phan | Võ | Đặng | Bùi | Hồ | Dương | Lý');
export const middles = split('Văn | Thị | Hữu | Đức | Minh | Quang | Thanh | Ngọc | Xuân | Đình');
export const givens = split(`
An | Bình | Châu | Dũng | Đạt | Giang | Hà | Hải | Hằng | Hiếu | Hương | Khánh | Lan | Linh | Long | Mai | Nam | Nga | Phúc | Quân
Sơn | Tâm | Thảo | Thủy | Trung | Tuấn | Vân | Yến
`);

export const tags = split(`
chuyển đổi số | học Bác | dân vận | cải cách hành chính | nông thôn mới | đô thị văn minh | an sinh xã hội | giáo dục | y tế
thanh niên | phụ nữ | cựu chiến binh | sinh hoạt chi bộ | kiểm tra giám sát | tuyển quân | đầu tư công | du lịch | môi trường
OCOP | đại hội đảng | tiếp xúc cử tri | phòng chống thiên tai | an toàn giao thông | văn hóa | thể thao
`);

export const documentTypes = [
  { code: 'KH', name: 'Kế hoạch' },
  { code: 'NQ', name: 'Nghị quyết' },
  { code: 'CT', name: 'Chỉ thị' },
  { code: 'TB', name: 'Thông báo' },
  { code: 'HD', name: 'Hướng dẫn' },
  { code: 'BC', name: 'Báo cáo' },
] as const;

export const issuers = [
  { code: 'TU', name: 'Thành ủy Đông Hà' },
  { code: 'BTGTU', name: 'Ban Tuyên giáo Thành ủy' },
  { code: 'BDVTU', name: 'Ban Dân vận Thành ủy' },
] as const;

/** Numbers that no document of the site bears: they must stay plain text. */
export const outsideNumbers = split(
  '01-KL/TW | 05-CT/TW | 21-KL/TW | 42/2022/NĐ-CP | 214/KH-UBND | 99-QĐ/TW | 18-NQ/TW | 35-NQ/TW',
);
