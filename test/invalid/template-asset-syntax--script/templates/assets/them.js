const chao = "Chào bạn";

if (chao {
  console.log(chao);
}
